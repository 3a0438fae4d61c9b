import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that take longest, by what they took: a fresh clone has no durations, and the size of a file says nothing of them. */
const longest = ['kills', 'hostile-requests', 'disk-full', 'upgrade', 'killed-start', 'several-machines'];

/** How late a file may begin so that it is not left over at the end, one worker at work and the other idle. */
function turnOf({ moduleId }: TestSpecification): number {
  const turn = longest.findIndex((name) => moduleId.endsWith(`/${name}.long.test.ts`));
  if (turn >= 0) return turn;
  return moduleId.endsWith('.long.test.ts') ? longest.length : longest.length + 1;
}

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => turnOf(one) - turnOf(other));
  }
}

/** Each in a process of its own: they measure or kill processes, exchange a package, or look at what a process has kept so far. */
const alone = [
  'src/server/**/*.long.test.ts',
  'src/server/platform/database/embedded/*.test.ts',
  'src/server/identity/sign-in-work.test.ts',
  'src/server/platform/database/prepared.test.ts',
  'bin/**/*.test.ts',
];

/** The folder of another PostgreSQL's programs, on which the tests of the server run; those that start Mamori itself take the one it brings. */
const otherPostgres = process.env.MAMORI_TEST_POSTGRES ?? '';

/** What may differ between one PostgreSQL and the next: every migration over rows, a standby, prepared statements. */
const onBoth = [
  'src/server/app/upgrade.long.test.ts',
  'src/server/app/read-standby.long.test.ts',
  'src/server/platform/database/prepared.test.ts',
];

// What tests start is read once: that takes a third of a start.
const env = { NODE_COMPILE_CACHE: fileURLToPath(new URL('.cache/compile', import.meta.url)) };

const onDatabase = {
  globalSetup: ['src/server/platform/database/testing/global-setup.ts'],
  pool: 'forks' as const,
  // A test that hangs fails late; on a busy machine one that works takes a multiple of its time.
  testTimeout: 120_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 30_000 } },
};

export default defineConfig({
  test: {
    allowOnly: false,
    maxWorkers: 3,
    teardownTimeout: 30_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/core/**/*.test.ts', 'src/web/**/*.test.ts', 'gates/**/*.test.ts'],
          pool: 'threads',
          // As those of the server: what they import is more than half of their time.
          isolate: false,
          testTimeout: 10_000,
        },
      },
      {
        test: {
          ...onDatabase,
          name: 'server',
          include: ['src/server/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: alone,
          env: { ...env, MAMORI_TEST_POSTGRES: otherPostgres },
          // The files of a worker share what they import, which is half of their time; none needs a module as it was at first.
          isolate: false,
        },
      },
      { test: { ...onDatabase, name: 'alone', include: alone, env: { ...env, MAMORI_TEST_POSTGRES: '' } } },
      {
        test: {
          ...onDatabase,
          name: 'alone, on the other PostgreSQL',
          include: otherPostgres ? onBoth : [],
          env: { ...env, MAMORI_TEST_POSTGRES: otherPostgres, MAMORI_UPGRADE_EACH: '8' },
        },
      },
    ],
  },
});
