// npm test: installs, then runs every check and every test. --without-browser leaves the browser tests out;
// names of steps run only those: npm test -- types unit
import { join } from 'node:path';
import { steps } from './gate/steps.mjs';
import { bundledNode } from './setup/bundled-node.mjs';
import { root } from './setup/folders.mjs';
import { installPackages } from './setup/install-packages.mjs';
import { spoken } from './setup/run-process.mjs';
import { stopWith } from './setup/stop-with.mjs';

const chosenSteps = (args) => {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.find((name) => !(name in steps));
  if (unknown) stopWith(`there is no step "${unknown}"; the steps are ${Object.keys(steps).join(', ')}.`);
  if (names.length > 0) return names;
  return Object.keys(steps).filter((name) => name !== 'browser' || !args.includes('--without-browser'));
};

const runStep = async (name, node) => {
  const { title, run } = steps[name];
  console.log(`\n== ${title} (${name})`);
  const started = Date.now();
  const { passed, failed, skipped = 0 } = await run(node);
  return { title, passed, failed, skipped, ms: Date.now() - started };
};

process.chdir(root);
// The tests start the program some hundred times: what Node has compiled once it reads from here.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled');
const chosen = chosenSteps(process.argv.slice(2));
await installPackages();
const node = bundledNode();

const results = [];
for (const name of chosen) results.push(await runStep(name, node));

console.log('\n== Summary');
for (const { title, passed, failed, skipped, ms } of results) {
  const tests = passed > 0 ? `, ${passed} tests passed${skipped > 0 ? `, ${skipped} skipped` : ''}` : '';
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'}  ${title} (${spoken(ms)}${tests})`);
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
process.exitCode = total('failed') === 0 ? 0 : 1;
// Alone on the last line, so that a program can read that tests ran, and how they ended.
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
