// The Dockerfile as a linter reads it, and against the repository it copies.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';

const text = readFileSync('deploy/Dockerfile', 'utf8');
const copied = [...text.matchAll(/^COPY --from=build (.+) \S+$/gm)].flatMap(([, sources = '']) =>
  sources.split(' ').map((source) => source.replace(/^\/comitium\//, '')),
);

test('a linter finds nothing, and would', () => {
  expect(validate(text)).toEqual([]);
  expect(validate('FROM node\nCOPPY . .\n')).toHaveLength(1);
});

test('everything that is copied is there, and every workspace that npm looks for', () => {
  expect(copied.filter((path) => !existsSync(path))).toEqual([]);
  const { workspaces } = JSON.parse(readFileSync('package.json', 'utf8')) as { workspaces: string[] };
  const rooms = workspaces.flatMap((pattern) => {
    const folder = pattern.replace('/*', '');
    return folder === pattern ? [pattern] : readdirSync(folder).map((name) => `${folder}/${name}`);
  });
  const isCopied = (room: string): boolean =>
    copied.some((path) => path === `${room}/package.json` || room === path || room.startsWith(`${path}/`));
  expect(rooms.filter((room) => !isCopied(room))).toEqual([]);
});

test('the program gets the flags that it gets everywhere, and the Node that it was tried with', () => {
  const flags = JSON.parse(readFileSync('scripts/setup/node-flags.json', 'utf8')) as string[];
  expect(text).toContain(
    `ENTRYPOINT ${JSON.stringify(['node', ...flags, 'apps/server/src/main.ts']).replaceAll(',', ', ')}`,
  );
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: { node: string };
  };
  const [major] = devDependencies.node.split('.');
  const images = [...text.matchAll(/^FROM node:(\d+)-/gm)].map(([, version]) => version);
  expect(images).toEqual([major, major]);
});
