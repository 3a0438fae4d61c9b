import capabilities from './capabilities.json' with { type: 'json' };

const { usableByAll } = capabilities;
const mayUse: Readonly<Record<string, readonly string[]>> = capabilities.mayUse;
const names = Object.keys(mayUse);
const anyOf = (words: readonly string[]) => `(${words.join('|')})`;

const test = '(\\.test\\.tsx?$|/testing/)';
const foundation = '(kernel|platform|ui)';
const capability = anyOf(names);

const layers = [
  {
    name: 'core-uses-only-zod-and-orpc-contract',
    from: { path: '^src/core/', pathNot: test },
    to: { pathNot: ['^src/core/', 'node_modules/zod/', 'node_modules/@orpc/contract/'] },
  },
  {
    name: 'core-tests-stay-pure',
    from: { path: `^src/core/.*${test}` },
    to: {
      pathNot: ['^src/core/', 'node_modules/(zod|@orpc/contract|vitest|fast-check)/'],
      dependencyTypesNot: ['core'],
    },
  },
  { name: 'web-never-server', from: { path: '^src/web/' }, to: { path: '^src/server/' } },
  { name: 'server-never-web', from: { path: '^src/server/' }, to: { path: '^src/web/' } },
  {
    name: 'web-uses-no-node-builtin',
    from: { path: '^src/web/', pathNot: test },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'launcher-needs-no-package',
    from: { path: '^bin/', pathNot: test },
    to: { pathNot: '^bin/', dependencyTypesNot: ['core'] },
  },
  {
    name: 'between-layers-by-alias',
    from: { path: '^src/([^/]+)/' },
    to: { path: '^src/', pathNot: '^src/$1/', dependencyTypesNot: ['aliased-subpath-import'] },
  },
];

const places = [
  {
    name: 'nothing-uses-app',
    from: { path: '^src/', pathNot: ['^src/[^/]+/app/', '^src/server/main\\.ts$', test] },
    to: { path: '^src/[^/]+/app/' },
  },
  {
    name: 'front-door-only',
    from: { path: '^src/(server|web)/([^/]+)/', pathNot: '/testing/' },
    to: {
      path: `^src/(server|web)/${capability}/`,
      pathNot: ['^src/$1/$2/', '^src/(server|web)/[^/]+/index\\.tsx?$', '/testing/'],
    },
  },
  {
    // core/kernel/contract.ts names the permissions of identity; roles and facilities are words of the whole product.
    name: 'foundation-uses-no-capability',
    from: { path: `^src/[^/]+/${foundation}/`, pathNot: test },
    to: { path: `^src/[^/]+/${capability}/`, pathNot: `^src/core/${anyOf(usableByAll)}/` },
  },
  { name: 'ui-knows-no-capability', from: { path: '^src/web/ui/' }, to: { path: `^src/[^/]+/${capability}/` } },
  { name: 'testing-only-in-tests', from: { path: '^src/', pathNot: test }, to: { path: '^src/.*/testing/' } },
];

const table = Object.entries(mayUse).map(([name, listed]) => {
  const free = usableByAll.includes(name) ? [] : usableByAll;
  const allowed = [name, ...listed, ...free, 'kernel', 'platform', 'ui', 'app'];
  return {
    name: `table-of-${name}`,
    from: { path: `^src/[^/]+/${name}/`, pathNot: test },
    to: { path: '^src/[^/]+/[^/]+/', pathNot: `^src/[^/]+/${anyOf(allowed)}/` },
  };
});

const packages = [
  { name: 'no-cycle', from: {}, to: { circular: true } },
  { name: 'everything-resolves', from: {}, to: { couldNotResolve: true } },
  { name: 'declared-packages-only', from: {}, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
  {
    name: 'no-development-package-in-the-product',
    from: { path: '^(src|bin)/', pathNot: test },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'type-import'] },
  },
];

/** What may import what, as rules of dependency-cruiser; the table of capabilities is gates/capabilities.json. */
export const rules = [...layers, ...places, ...table, ...packages].map((rule) => ({ severity: 'error', ...rule }));
