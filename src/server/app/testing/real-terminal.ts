import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What is pressed once these words stand on the screen. */
export type Keys = readonly (readonly [after: string, keys: string])[];

/** A line of the shell in a process of its own at a real terminal, which writes what is typed unless it is told not to. */
export async function atRealTerminal(line: string, env: NodeJS.ProcessEnv, keys: Keys) {
  const child = spawn('script', ['-qec', line, '/dev/null'], { env: { ...process.env, SHELL: '/bin/sh', ...env } });
  let shown = '';
  const left = [...keys];
  child.stdout.setEncoding('utf8').on('data', (words) => {
    shown += words;
    if (left[0] && shown.includes(left[0][0])) child.stdin.write(left.shift()?.[1]);
  });
  const [code] = await once(child, 'close');
  return { shown, code };
}
