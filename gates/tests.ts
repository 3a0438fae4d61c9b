import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { testCanaries } from './canaries/tests.ts';
import { linesOf, runTool } from './command.ts';
import type { Findings, Gate } from './gate.ts';

const assertionSchema = z.object({
  fullName: z.string(),
  status: z.string(),
  failureMessages: z.array(z.string()).nullish(),
});
const reportSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({ name: z.string(), status: z.string(), message: z.string(), assertionResults: z.array(assertionSchema) }),
  ),
});
type Report = z.infer<typeof reportSchema>;

function failuresOf({ testResults }: Report, root: string): readonly string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((assertion) => assertion.status === 'failed');
    const path = relative(root, name);
    if (failed.length === 0) return status === 'failed' ? [`${path}: ${message || 'could not run'}`] : [];
    return failed.map(({ fullName, failureMessages }) =>
      [`${path}: ${fullName}`, ...(failureMessages ?? [])].join('\n'),
    );
  });
}

function readReport(file: string): Report | undefined {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

async function inspect(root: string, left: readonly string[]): Promise<Findings> {
  const file = join(root, '.cache', 'tests.json');
  rmSync(file, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...left];
  const { code, stdout, stderr } = await runTool('vitest', args, root);
  const report = readReport(file);
  if (!report) return { faults: linesOf(stdout + stderr), seen: 'nothing', tests: { passed: 0, failed: 1 } };
  const failures = failuresOf(report, root);
  const faults = failures.length === 0 && (code !== 0 || !report.success) ? linesOf(stdout + stderr) : failures;
  const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : '';
  return {
    faults,
    seen: `${report.numPassedTests} passed, ${failures.length} failed${skipped}`,
    tests: { passed: report.numPassedTests, failed: failures.length },
  };
}

/** Too long for every check; `npm test` runs them too. */
const withoutLong = ['--exclude', '**/*.long.test.ts'];

const testGate = (left: readonly string[]): Gate => ({
  name: 'tests',
  inspect: (root) => inspect(root, left),
  scaffold: ['vitest.config.ts'],
  canaries: testCanaries,
});

/** The tests beside the code: rules, and the server on a real PostgreSQL. */
export const tests = testGate(withoutLong);
export const allTests = testGate([]);
