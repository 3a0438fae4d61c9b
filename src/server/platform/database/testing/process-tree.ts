import { readdirSync, readFileSync } from 'node:fs';

function fieldsOf(pid: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

export const isRunning = (pid: number): boolean => {
  const [state] = fieldsOf(pid);
  return state !== undefined && state !== 'Z' && state !== 'X';
};

export const parentOf = (pid: number): number => Number(fieldsOf(pid)[1]);

export const childrenOf = (parent: number): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);

/** Kills each of them that still runs, a process group where the number is negative; one may end because another did. */
export function killAll(pids: readonly number[]): void {
  for (const pid of pids)
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
}
