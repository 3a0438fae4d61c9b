import { rules } from '../dependency-rules.ts';
import type { Canary } from '../gate.ts';

const importing = (path: string, module: string, rule: string): Canary => ({
  path,
  text: `import '${module}';\n`,
  reported: [rule],
});

const right = (path: string, module?: string): Canary => ({
  path,
  text: module ? `import '${module}';\n` : 'export const a = 1;\n',
  reported: [],
});

const ofEveryTable = rules
  .map(({ name }) => name)
  .filter((name) => name.startsWith('table-of-'))
  .map((name) => importing(`src/core/${name.slice('table-of-'.length)}/canary.ts`, '../unlisted/canary.ts', name));

const typeOnly = {
  path: 'src/core/sheet/type-only.ts',
  text: "import type { Hono } from 'hono';\n\nexport type App = Hono;\n",
  reported: ['core-uses-only-zod-and-orpc-contract'],
};

const deferred = {
  path: 'src/web/sheet/deferred.ts',
  text: "export const load = () => import('#server/sheet/index.ts');\n",
  reported: ['web-never-server'],
};

const placed: readonly Canary[] = [
  typeOnly,
  deferred,
  ...ofEveryTable,
  importing('src/core/sheet/hono.ts', 'hono', 'core-uses-only-zod-and-orpc-contract'),
  importing('src/core/sheet/node.ts', 'node:fs', 'core-uses-only-zod-and-orpc-contract'),
  importing('src/core/sheet/server.ts', '#server/sheet/index.ts', 'core-uses-only-zod-and-orpc-contract'),
  importing('src/core/sheet/server.test.ts', '#server/sheet/index.ts', 'core-tests-stay-pure'),
  importing('src/web/sheet/server.ts', '#server/sheet/index.ts', 'web-never-server'),
  importing('src/web/sheet/node.ts', 'node:fs', 'web-uses-no-node-builtin'),
  importing('src/server/sheet/web.ts', '#web/sheet/index.ts', 'server-never-web'),
  importing('src/server/sheet/relative.ts', '../../core/sheet/rule.ts', 'between-layers-by-alias'),
  importing('src/server/sheet/app.ts', '../app/start.ts', 'nothing-uses-app'),
  importing('src/server/sheet/back-door.ts', '../catalogue/repository.ts', 'front-door-only'),
  importing('src/server/sheet/back-door.test.ts', '../catalogue/repository.ts', 'front-door-only'),
  importing('src/server/app/back-door.ts', '../catalogue/repository.ts', 'front-door-only'),
  importing('src/server/catalogue/upwards.ts', '#core/sheet/rule.ts', 'table-of-catalogue'),
  importing('src/server/platform/upwards.ts', '../sheet/index.ts', 'foundation-uses-no-capability'),
  importing('src/web/ui/Role.tsx', '#core/identity/role.ts', 'ui-knows-no-capability'),
  importing('src/server/sheet/fixture.ts', './testing/fixture.ts', 'testing-only-in-tests'),
  importing('bin/launch.mjs', 'zod', 'launcher-needs-no-package'),
  importing('src/core/sheet/one.ts', './two.ts', 'no-cycle'),
  importing('src/core/sheet/two.ts', './one.ts', 'no-cycle'),
  importing('src/core/sheet/missing.ts', './nowhere.ts', 'everything-resolves'),
  importing('src/server/sheet/undeclared.ts', 'postcss', 'declared-packages-only'),
  importing('src/server/sheet/development.ts', 'fast-check', 'no-development-package-in-the-product'),
];

const unproven = rules
  .filter(({ name }) => !placed.some(({ reported }) => reported.includes(name)))
  .map(({ name }) => ({ path: 'gates/canaries/dependencies.ts', text: '', reported: [`no canary for ${name}`] }));

const allowed: readonly Canary[] = [
  right('src/core/identity/role.ts'),
  right('src/core/kernel/contract.ts', '../identity/role.ts'),
  right('src/core/sheet/rule.ts', 'zod'),
  right('src/core/sheet/rule.test.ts', 'fast-check'),
  right('bin/lock.mjs', 'node:fs'),
  right('src/core/unlisted/canary.ts'),
  right('src/server/main.ts', '#server/app/start.ts'),
  right('src/server/app/start.ts', '#server/sheet/index.ts'),
  right('src/server/catalogue/repository.ts', '#core/catalogue/contract.ts'),
  right('src/core/catalogue/contract.ts', '@orpc/contract'),
  right('src/server/sheet/index.ts', '../platform/database.ts'),
  right('src/server/sheet/answer.test.ts', '#server/app/start.ts'),
  right('src/server/sheet/answer-again.test.ts', './testing/fixture.ts'),
  right('src/server/platform/database.ts', 'node:fs'),
  right('src/server/sheet/testing/fixture.ts', 'vitest'),
  right('src/web/sheet/index.ts', '#core/catalogue/contract.ts'),
];

export const dependencyCanaries: readonly Canary[] = [...placed, ...unproven, ...allowed];
