// dependency-cruiser reads TypeScript with a compiler below 7: give it the one that lies in scripts/node_modules.
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const fromScripts = createRequire(new URL('../package.json', import.meta.url));
// Resolved before the hook is there, which would be asked for these as well.
const places = new Map(
  ['typescript', 'typescript/package.json'].map((name) => [
    name,
    pathToFileURL(fromScripts.resolve(name)).href,
  ]),
);

registerHooks({
  resolve: (specifier, context, next) => {
    const url = places.get(specifier);
    return url === undefined ? next(specifier, context) : { url, shortCircuit: true };
  },
});
