// Who may import whom. Each rule says in its comment where the code should go instead; the picture in ARCHITECTURE.md
// is drawn from the same graph. Types count as much as values: what one room knows of another is a dependency.

/** A feature may use the features before it in this list, through their index.ts. A new feature takes its place here. */
const featureOrder = [
  'messages',
  'accounts',
  'files',
  'territory',
  'elections',
  'results',
  'notary',
  'audit',
];

const features = 'apps/server/src/features';
const tests = '[.](test|db[.]test|e2e[.]test)[.]tsx?$|/testing/|/fixtures/';
const testTools = '^node_modules/(vitest|@vitest|fast-check)/';

const onlyFrom = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { pathNot: [from, ...allowed] },
});

/** Tests may use the test tools and Node besides what their room may import. */
const testsOnlyFrom = (name, from, allowed, comment) => ({
  name: `${name}-tests`,
  comment,
  severity: 'error',
  from: { path: `${from}.*(${tests})` },
  to: { pathNot: [from, testTools, ...allowed], dependencyTypesNot: ['core'] },
});

const room = (...rule) => [onlyFrom(...rule), testsOnlyFrom(...rule)];

const basics = '^packages/basics/';
const tally = '^packages/tally/';
const contract = '^packages/contract/';
const proof = '^packages/proof/';
const noble = '^node_modules/@noble/';
const client = '^packages/client/';
const demo = '^demo/';
const hashes = '^node_modules/@noble/hashes/';
const typebox = '^node_modules/typebox/';
const anyPackage = '^node_modules/';

const packageRules = [
  ...room(
    'basics-imports-nothing',
    basics,
    [],
    'basics is what everything else stands on. What needs a library or Node belongs into the room that uses it.',
  ),
  ...room(
    'tally-is-pure',
    tally,
    [basics, hashes],
    'Counting sees neither Node nor libraries, but for SHA-256. Reading and writing belong into apps/server, wire forms into packages/contract.',
  ),
  ...room(
    'proof-is-pure',
    proof,
    [basics, tally, noble],
    'Proofs are arithmetic on bytes, alike in browsers and Node. Asking belongs into who verifies, storing into apps/server.',
  ),
  ...room(
    'contract-is-wire-only',
    contract,
    [basics, typebox],
    'contract says what crosses the wire. Behaviour belongs into packages/client (asking) or apps/server (answering).',
  ),
  ...room(
    'client-knows-the-contract',
    client,
    [basics, contract],
    'The SDK runs in browsers and Node with nothing but the contract. Server code stays in apps/server.',
  ),
];

const serverRules = [
  {
    name: 'platform-knows-no-feature',
    comment:
      'A feature hands what platform needs over in build-app.ts (a function, a table, a topic). Move the feature-specific part into the feature.',
    severity: 'error',
    from: { path: '^apps/server/src/platform/' },
    to: { path: ['^apps/server/src/features/', '^apps/server/src/[^/]+[.]ts$'] },
  },
  {
    name: 'feature-through-its-index',
    comment:
      'Export it from the other feature’s index.ts, or ask whether the code belongs into that feature.',
    severity: 'error',
    from: { path: `^${features}/([^/]+)/` },
    to: { path: `^${features}/`, pathNot: [`^${features}/$1/`, `^${features}/[^/]+/index[.]ts$`] },
  },
  ...featureOrder
    .map((feature, place) => ({
      name: `${feature}-comes-before`,
      comment: `Features import downward only: ${[...featureOrder].reverse().join(' → ')}. Let the later feature follow the ledger, or hand a function over in build-app.ts.`,
      severity: 'error',
      from: { path: `^${features}/${feature}/`, pathNot: tests },
      to: { path: featureOrder.slice(place + 1).map((later) => `^${features}/${later}/`) },
    }))
    .filter((rule) => rule.to.path.length > 0),
  {
    name: 'feature-has-a-place',
    comment:
      'Put the new feature into featureOrder in .dependency-cruiser.cjs, after every feature that it uses.',
    severity: 'error',
    from: { path: `^${features}/`, pathNot: featureOrder.map((feature) => `^${features}/${feature}/`) },
    to: { path: `^${features}/(${featureOrder.join('|')})/` },
  },
  {
    name: 'features-know-no-composition',
    comment:
      'build-app.ts, main.ts and their neighbours put features together; a feature is handed what it needs.',
    severity: 'error',
    from: { path: `^${features}/`, pathNot: tests },
    to: { path: '^apps/server/src/[^/]+[.]ts$' },
  },
  {
    name: 'server-reaches-down',
    comment:
      'The server knows packages and demo; its tests may ask as the SDK does. What pages or commands share with it belongs into packages/contract.',
    severity: 'error',
    from: { path: '^apps/server/' },
    to: { path: '^(apps/(?!server/)|bench/|e2e/|scripts/)' },
  },
  {
    name: 'server-answers-the-client',
    comment: 'The SDK asks, the server answers. What both need belongs into packages/contract.',
    severity: 'error',
    from: { path: '^apps/server/', pathNot: tests },
    to: { path: client },
  },
];

const webRules = [
  {
    name: 'web-features-are-strangers',
    comment:
      'Two pages that share something take it from apps/web/src/ui (drawn) or apps/web/src/data (fetched).',
    severity: 'error',
    from: { path: '^apps/web/src/features/([^/]+)/' },
    to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
  },
  {
    name: 'web-shared-knows-no-page',
    comment:
      'ui, data and i18n serve every page. What is special to one page belongs into its folder under features.',
    severity: 'error',
    from: { path: '^apps/web/src/(ui|data|i18n)/' },
    to: { path: '^apps/web/src/(features|app)/' },
  },
  ...room(
    'web-knows-the-wire-only',
    '^apps/web/(?!build/|vite.config)',
    [basics, tally, proof, contract, client, anyPackage],
    'Pages learn from the server over the wire. Shared forms belong into packages/contract, arithmetic into packages/tally.',
  ),
];

const otherRules = [
  {
    name: 'cli-uses-the-public-entry',
    comment:
      'Commands call the API through @comitium/client; what must run beside the database is exported by the server’s top files.',
    severity: 'error',
    from: { path: '^apps/cli/' },
    to: { path: '^(apps/server/src/(features|platform)/|apps/web/|bench/|e2e/)' },
  },
  {
    name: 'demo-knows-no-app',
    comment: 'demo is facts and arithmetic; whoever loads it (apps/server, apps/cli, bench) calls it.',
    severity: 'error',
    from: { path: demo },
    to: { path: '^(apps|bench|e2e)/' },
  },
  {
    name: 'e2e-acts-from-outside',
    comment: 'A story sees what people see: the pages and the API. Test what lies inside beside the code.',
    severity: 'error',
    from: { path: '^e2e/' },
    to: { path: '^(apps|bench)/' },
  },
  {
    name: 'nobody-imports-proofs',
    comment: 'Code that others need does not belong into bench or e2e.',
    severity: 'error',
    from: { pathNot: '^(bench|e2e)/' },
    to: { path: '^(bench|e2e)/' },
  },
  {
    name: 'tests-are-for-tests',
    comment: 'Move what a program needs out of the test, or out of the folder called testing.',
    severity: 'error',
    from: { pathNot: [tests, '^(bench|e2e)/', 'vitest.config.ts$'] },
    to: { path: tests },
  },
];

const everywhere = [
  {
    name: 'no-circle',
    comment:
      'Two files that need each other are one idea: join them, or take the shared part out into a third.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphan',
    comment: 'Nothing imports this and it imports nothing: use it or delete it.',
    severity: 'error',
    from: {
      orphan: true,
      pathNot: [
        '[.]d[.]ts$',
        '^apps/web/public/',
        'scripts/setup/end-with-parent[.]mjs$',
        '[.]test[.]tsx?$',
        '[.]config[.](ts|cjs)$',
      ],
    },
    to: {},
  },
  {
    name: 'resolvable',
    comment: 'The import leads nowhere: install the package or mend the path.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...packageRules, ...serverRules, ...webRules, ...otherRules, ...everywhere],
  options: {
    // Sees `import type` as well; the compiler below 7 that it needs comes from scripts/gate/typescript-for-cruiser.mjs.
    parser: 'tsc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps/web/dist|var|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
