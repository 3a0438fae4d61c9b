import { accessSync, constants, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundledNode, thisMachine } from './machine.mjs';
import { Ending, runStep, say } from './run.mjs';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

function allows(rule, value) {
  if (rule === undefined) return true;
  const names = [rule].flat();
  if (names.includes(`!${value}`)) return false;
  return names.every((name) => name.startsWith('!')) || names.includes(value);
}

const fits = (entry, machine) => ['os', 'cpu', 'libc'].every((key) => allows(entry[key], machine[key]));

function dependenciesOf(entry, isRoot) {
  const optionalPeers = entry.peerDependenciesMeta ?? {};
  const peers = Object.keys(entry.peerDependencies ?? {}).filter((name) => !optionalPeers[name]?.optional);
  const own = { ...entry.dependencies, ...entry.optionalDependencies, ...(isRoot ? entry.devDependencies : {}) };
  return [...Object.keys(own), ...peers];
}

function locate(packages, from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))) {
    const path = `${base ? `${base}/` : ''}node_modules/${name}`;
    if (packages[path]) return path;
    if (!base) return undefined;
  }
}

/** The packages of a lockfile that belong on this machine: reachable from the root through packages that fit it. */
export function neededPackages(packages, machine) {
  const needed = new Set(['']);
  for (const from of needed) {
    for (const name of dependenciesOf(packages[from], from === '')) {
      const path = locate(packages, from, name);
      if (path && fits(packages[path], machine)) needed.add(path);
    }
  }
  needed.delete('');
  return [...needed];
}

/** Packages that are not installed as the lockfile says; empty when everything is in place. */
export function missingPackages(root, machine = thisMachine()) {
  const { packages } = readJson(join(root, 'package-lock.json'));
  const needed = neededPackages(packages, machine);
  const receipt = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(receipt)) return needed;
  const { packages: installed } = readJson(receipt);
  const same = (path) => {
    const { version, integrity = installed[path]?.integrity } = packages[path];
    return version === installed[path]?.version && integrity === installed[path]?.integrity;
  };
  return needed.filter((path) => !same(path) || !existsSync(join(root, path, 'package.json')));
}

function npmCommand(node) {
  const cli = process.env.npm_execpath ?? '';
  if (/npm-cli\.c?js$/.test(cli)) return { file: node, args: [cli] };
  return process.platform === 'win32' ? { file: 'npm.cmd', args: [], shell: true } : { file: 'npm', args: [] };
}

async function npmCi(root, node, lend) {
  const { file, args, ...options } = npmCommand(node);
  const flags = [
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const started = Date.now();
  const progress = setInterval(
    () => say(`部品の取り寄せを続けています（${Math.round((Date.now() - started) / 1000)} 秒）…`),
    15_000,
  );
  try {
    const code = await runStep(file, [...args, 'ci', ...flags], { cwd: root, onStart: lend, ...options });
    if (code !== 0)
      throw new Ending(
        '部品の取り寄せに失敗しました。上の npm の表示を確かめ、インターネットにつながる状態で、もう一度実行してください。',
      );
  } catch (error) {
    if (error.code === 'ENOENT') throw new Ending('npm が見つかりません。npm を入れて、もう一度実行してください。');
    throw error;
  } finally {
    clearInterval(progress);
  }
}

/** npm leaves out optional packages whose `engines` refuse the Node.js it runs on; the Node.js just installed takes them. */
async function npmCiOnBundledNode(root, lend) {
  const copy = join(root, '.cache', process.platform === 'win32' ? 'node.exe' : 'node');
  mkdirSync(join(root, '.cache'), { recursive: true });
  copyFileSync(bundledNode(root), copy);
  try {
    await npmCi(root, copy, lend);
  } finally {
    rmSync(copy, { force: true });
  }
}

export function refuseReadOnly(root) {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Ending(
      `フォルダ ${root} に書き込めないため、起動の準備ができません。書き込める利用者で、もう一度実行してください。`,
    );
  }
}

export async function install(root, lend) {
  say('必要な部品を取り寄せています。初回は数分かかることがあります…');
  await npmCi(root, process.execPath, lend);
  if (missingPackages(root).length > 0 && existsSync(bundledNode(root))) await npmCiOnBundledNode(root, lend);
  const missing = missingPackages(root);
  if (missing.length > 0) say(`次の部品が入りませんでした: ${missing.join(', ')}`);
  else say('部品がそろいました。');
}
