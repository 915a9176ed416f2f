// npm run build: installs and builds the pages, and starts nothing; what an image or a package is made from.
import { buildWeb } from './setup/build-web.mjs';
import { bundledNode } from './setup/bundled-node.mjs';
import { root } from './setup/folders.mjs';
import { installPackages } from './setup/install-packages.mjs';

process.chdir(root);
await installPackages();
await buildWeb(bundledNode());
