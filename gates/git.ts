import { execFileSync } from 'node:child_process';

/** Runs git in `root` whoever owns the checkout, also from inside a git hook; gives its output. */
export function git(root: string, args: readonly string[]): string {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const safe = ['-c', 'safe.directory=*', '-c', 'core.quotePath=false'];
  const env = Object.fromEntries(inherited);
  return execFileSync('git', [...safe, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] }).toString();
}
