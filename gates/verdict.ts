import { failedCanaries } from './canary-folder.ts';
import type { Count, Findings, Gate } from './gate.ts';

export type Verdict = Findings & { readonly name: string; readonly seconds: number };

/** Proves the gate on its canaries, then looks at the repository. */
export async function judge(gate: Gate, root: string): Promise<Verdict> {
  const begun = performance.now();
  const { faults, ...findings } = await inspectProven(gate, root);
  return { ...findings, faults, name: gate.name, seconds: (performance.now() - begun) / 1000 };
}

async function inspectProven(gate: Gate, root: string): Promise<Findings> {
  try {
    const failed = await failedCanaries(gate, root);
    const findings = await gate.inspect(root);
    return { ...findings, faults: [...failed, ...findings.faults] };
  } catch (error) {
    return { faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)], seen: 'nothing' };
  }
}

/** One line, and below it what is wrong. */
export function show({ name, seconds, seen, faults }: Verdict): string {
  const mark = faults.length === 0 ? '✓' : '✗';
  const line = `${mark} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s  ${seen}`;
  const wrong = faults.flatMap((fault) => fault.split('\n')).map((text) => `    ${text}`);
  return [line, ...wrong].join('\n');
}

/** Gates and the tests they ran, all together. */
export function count(verdicts: readonly Verdict[]): Count {
  const right = verdicts.filter(({ faults }) => faults.length === 0).length;
  const sum = (key: keyof Count) => verdicts.reduce((total, { tests }) => total + (tests?.[key] ?? 0), 0);
  return { passed: right + sum('passed'), failed: verdicts.length - right + sum('failed') };
}

/** Several counts as one. */
export function total(counts: readonly Count[]): Count {
  const sum = (key: keyof Count) => counts.reduce((reached, one) => reached + one[key], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}

const reasonLines = 5;
const longestLine = 400;

/** What failed and the beginning of why: of a run of half an hour often only the end is kept. */
const named = ({ name, faults }: Verdict): readonly string[] =>
  faults.flatMap((fault) => {
    const [first = '', ...why] = fault.split('\n').map((line) => line.slice(0, longestLine));
    return [`✗ ${name}: ${first}`, ...why.slice(0, reasonLines).map((line) => `    ${line}`)];
  });

/** What failed, and why, how long it took and, as the last line of all, what `.ci/run` looks for. */
export function closing({ passed, failed }: Count, seconds: number, verdicts: readonly Verdict[]): string {
  return [...verdicts.flatMap(named), `${seconds.toFixed(0)} s in all`, `${passed} passed, ${failed} failed`].join(
    '\n',
  );
}
