import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './build.mjs';
import { install, missingPackages, refuseReadOnly } from './install.mjs';
import { takeLock } from './lock.mjs';
import { chooseNode, refuseUnfitMachine } from './machine.mjs';
import { Ending, run, say } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** What Node.js made of our code, kept for the next start: half of a start is reading it. */
const compiled = join(root, '.cache', 'compile');

const programs = {
  start: { file: 'src/server/main.ts', args: ['start'], web: true },
  mamori: { file: 'src/server/main.ts', args: ['mamori'], web: false },
  test: { file: 'gates/test.ts', args: [], web: true },
  check: { file: 'gates/check.ts', args: [], web: true },
  bench: { file: 'bench/bench.ts', args: [], web: true },
  // Installs, builds and writes what a first start would, and starts nothing: for an installation that is read-only where it runs.
  ready: { file: 'src/server/main.ts', args: ['ready'], web: true },
};

const readyToRun = (web) => missingPackages(root).length === 0 && (!web || isBuilt(root));

async function prepare(web) {
  if (readyToRun(web)) return;
  refuseReadOnly(root);
  const onWait = ({ pid }) => say(`ほかの起動（プロセス ${pid}）が準備をしています。終わるのを待っています…`);
  const { lock } = await takeLock(join(root, '.cache', 'launch-lock'), 'launch', { patience: Infinity, onWait });
  try {
    if (missingPackages(root).length > 0) await install(root, lock.lend);
    if (web && !isBuilt(root)) await build(root, lock.lend);
    rmSync(compiled, { recursive: true, force: true });
  } finally {
    lock.release();
  }
}

async function start({ file, args }, given) {
  const flags = ['--disable-warning=ExperimentalWarning', join(root, file)];
  const env = { NODE_COMPILE_CACHE: compiled, ...process.env };
  const { code } = await run(chooseNode(root), [...flags, ...args, ...given], { stdio: 'inherit', env });
  return code;
}

async function launch([command, ...given]) {
  refuseUnfitMachine();
  const program = Object.hasOwn(programs, command ?? '') ? programs[command] : undefined;
  if (!program) throw new Ending(`使い方: node bin/launch.mjs ${Object.keys(programs).join('|')} […]`, 2);
  await prepare(program.web);
  return start(program, given);
}

const unwritable = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC'];

function explain(error) {
  if (error instanceof Ending) return error.message;
  if (unwritable.includes(error.code))
    return `${error.path ?? root} に書き込めません（${error.code}）。書き込める利用者で、空きを確かめて、もう一度実行してください。`;
  return `起動できませんでした: ${error.stack}`;
}

try {
  process.exitCode = await launch(process.argv.slice(2));
} catch (error) {
  const message = explain(error);
  if (message) say(message);
  process.exitCode = error instanceof Ending ? error.code : 1;
}
