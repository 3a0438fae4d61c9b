import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from '../../cannot-start.ts';

/** Whom PostgreSQL runs as: ourselves, or `nobody` by way of setpriv where we are root (PostgreSQL refuses root). */
export type ServerUser = {
  readonly prefix: readonly string[];
  readonly owner?: { readonly uid: number; readonly gid: number };
};

const nobody = { uid: 65534, gid: 65534 };
const asNobody = ['setpriv', `--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, '--clear-groups'];
/**
 * Lets the server pass the 0700 folders of root that lead to its binaries and its data; without the secure bit access(2),
 * by which PostgreSQL looks for its own programs, would not count the capability.
 */
const throughFolders = [
  '--inh-caps=+dac_read_search',
  '--ambient-caps=+dac_read_search',
  '--securebits=+no_setuid_fixup',
];

type Machine = {
  readonly dataDir: string;
  readonly say: (line: string) => void;
  readonly isRoot?: boolean;
  readonly path?: string | undefined;
};

async function output(command: readonly string[], path: string | undefined): Promise<string | undefined> {
  const [file = '', ...args] = command;
  try {
    return (await promisify(execFile)(file, args, { cwd: '/', env: { PATH: path } })).stdout.trim();
  } catch {
    return undefined;
  }
}

const firstClosed = 'for folder do [ -x "$folder" ] || { echo "$folder"; exit; }; done';

/** The folder and all above it, from the root down. */
export function foldersTo(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...foldersTo(parent), path];
}

const cure = (dataDir: string) =>
  `専用の利用者を作り（useradd --system --create-home mamori）、データのフォルダをその利用者のものにして（chown -R mamori: "${dataDir}"）、その利用者で起動してください`;

/** Chooses whom PostgreSQL runs as; `folders` are those it must be able to enter. */
export async function chooseServerUser(
  folders: readonly string[],
  { dataDir, say, isRoot = process.getuid?.() === 0, path = process.env.PATH }: Machine,
): Promise<ServerUser> {
  if (!isRoot) return { prefix: [] };
  say(
    `root で起動したため、データベースは利用者 nobody で動かします。これはお試し用です。本番では、${cure(dataDir)}。`,
  );
  const capable = [...asNobody, ...throughFolders];
  if ((await output([...capable, '/bin/sh', '-c', 'echo ok'], path)) === 'ok')
    return { prefix: capable, owner: nobody };
  const all = [...new Set(folders.flatMap(foldersTo))];
  const closed = await output([...asNobody, '/bin/sh', '-c', firstClosed, 'sh', ...all], path);
  if (closed === '') return { prefix: asNobody, owner: nobody };
  throw new CannotStart(
    closed === undefined
      ? `root のままではデータベースを動かせず、この環境では利用者の切り替え（setpriv）も許されていません。フォルダ ${dataDir} について、${cure(dataDir)}。`
      : `データベースを動かす利用者 nobody が、フォルダ ${closed} に入れません。chmod o+x "${closed}" を実行するか、${cure(dataDir)}。`,
  );
}
