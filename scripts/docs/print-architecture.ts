import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { drawRooms } from './draw-rooms.ts';

interface Cruised {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
}

const cruise = (): Cruised => {
  const compiler = ['--import', './scripts/gate/typescript-for-cruiser.mjs'];
  const cruiser = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
  const args = [...compiler, cruiser, '--output-type', 'json', 'packages', 'apps', 'demo'];
  // Ends with 0 whatever rules are broken: that is told by another step.
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return JSON.parse(printed) as Cruised;
};

const begin = '<!-- drawn by npm run docs: begin -->';
const end = '<!-- drawn by npm run docs: end -->';

/** ARCHITECTURE.md with the picture between its marks drawn anew from what the code imports. */
export const printArchitecture = (): string => {
  const text = readFileSync('ARCHITECTURE.md', 'utf8');
  const [before, rest = ''] = text.split(begin);
  const after = rest.split(end)[1];
  if (after === undefined) throw new Error(`ARCHITECTURE.md has lost its marks ${begin} and ${end}`);
  const edges = cruise().modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  );
  return `${before}${begin}\n\n\`\`\`mermaid\n${drawRooms(edges)}\n\`\`\`\n\n${end}${after}`;
};
