import type { Rolldown } from 'vite';

/** The files of these modules, and of everything they import at once: scripts and styles. */
export const filesOf = (bundle: Rolldown.OutputBundle, isOf: (module: string) => boolean): Set<string> => {
  const found = new Set<string>();
  const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
  // A module that is imported at once by some and later by others has a file of its own that only names the other one's.
  const holds = ({ moduleIds, facadeModuleId }: Rolldown.OutputChunk): boolean =>
    moduleIds.some(isOf) || (facadeModuleId !== null && isOf(facadeModuleId));
  const waiting = chunks.filter(holds).map(({ fileName }) => fileName);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk') continue;
    for (const sheet of chunk.viteMetadata?.importedCss ?? []) found.add(sheet);
    waiting.push(...chunk.imports);
  }
  return found;
};
