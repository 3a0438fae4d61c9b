import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ClientConfig } from 'pg';
import { BackupRefused } from '../platform/backup/backup-refused.ts';
import { refuseExisting } from '../platform/backup/durable-file.ts';
import { inMegabytes } from '../platform/backup/how-far.ts';
import { writeBackup } from '../platform/backup/write-backup.ts';
import type { Progress } from '../platform/backup/write-records.ts';
import { backupSecrets } from './backup-secrets.ts';
import { askNewPassphrase, givenPassphrase, refuseShort } from './passphrase.ts';
import { productVersion } from './product-version.ts';
import type { Settings } from './settings.ts';

type Output = { write(text: string): unknown };
type Streams = { readonly stdout: Output; readonly stderr: Output };
type OpenOwner = (settings: Settings) => Promise<{ readonly owner: ClientConfig; close(): Promise<void> }>;
type Options = { readonly file: string; readonly force: boolean; readonly json: boolean; readonly ask: boolean };

export const backupUsage = [
  '使い方: npm run -s mamori -- backup ファイル [--passphrase] [--force] [--format json|text]',
  '',
  '  まもりの中身すべてを、動かしたまま、1つのファイルに控えます。',
  '  --passphrase   合言葉を聞いて、暗号化します（MAMORI_BACKUP_PASSPHRASE か MAMORI_BACKUP_PASSPHRASE_FILE でも渡せます）',
  '  --force        同じ名前のファイルがあれば上書きします',
  '',
].join('\n');

function optionsOf(args: readonly string[]): Options | { readonly fault: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        force: { type: 'boolean', default: false },
        passphrase: { type: 'boolean', default: false },
        format: { type: 'string', default: 'text' },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return { fault: '控えを書くファイルを1つ指定してください。' };
    if (values.format !== 'json' && values.format !== 'text') return { fault: '--format は json か text です。' };
    return { file: resolve(file), force: values.force, json: values.format === 'json', ask: values.passphrase };
  } catch (cause) {
    return { fault: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function passphraseFor({ ask }: Options, settings: Settings): Promise<string | undefined> {
  const given = await givenPassphrase(settings);
  if (given !== undefined) refuseShort(given);
  return given ?? (ask ? askNewPassphrase() : undefined);
}

const openWarning =
  '注意: 暗号化していません。回答・個人の情報・サインインの鍵を、このファイルを手にした人はだれでも読めます。--passphrase で暗号化できます。\n';

/** A line every few seconds is enough, and the start of the first table and the last. */
export function progressLines(stderr: Output, everyMs = 3_000): Progress {
  let last = 0;
  let done = 0;
  return (table, place, of, bytes) => {
    done += bytes;
    const outermost = bytes === 0 && (place === 1 || place === of);
    if (!outermost && performance.now() - last < everyMs) return;
    last = performance.now();
    stderr.write(`控えています… ${place}/${of} ${table} ${inMegabytes(done)}\n`);
  };
}

async function backUp(
  options: Options,
  settings: Settings,
  { stdout, stderr }: Streams,
  open: OpenOwner,
): Promise<void> {
  const { file, force, json } = options;
  refuseExisting(file, force);
  const passphrase = await passphraseFor(options, settings);
  if (passphrase === undefined) stderr.write(openWarning);
  const { owner, close } = await open(settings);
  try {
    const secrets = await backupSecrets(settings);
    const source = { owner, passphrase, secrets, product: productVersion(), progress: progressLines(stderr) };
    const { bytes, rows, tables } = await writeBackup({ ...source, file, force });
    const facts = { file, bytes, rows, tables: tables.length, encrypted: passphrase !== undefined };
    const counted = `${tables.length}表、${rows.toLocaleString('ja-JP')}行、${bytes.toLocaleString('ja-JP')}バイト`;
    stdout.write(json ? `${JSON.stringify(facts)}\n` : `控えました: ${file}（${counted}）\n`);
  } finally {
    await close();
  }
}

/** `mamori backup`: exit code 0 where the file is whole and on the disk, 2 where it cannot be written there, 1 where the fault is ours. */
export async function backupCommand(
  args: readonly string[],
  streams: Streams,
  settingsNow: () => Settings,
  open: OpenOwner,
): Promise<number> {
  const options = optionsOf(args);
  if ('fault' in options) {
    streams.stderr.write(`${options.fault}\n${backupUsage}`);
    return 2;
  }
  try {
    await backUp(options, settingsNow(), streams, open);
    return 0;
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    streams.stderr.write(`${error.message}\n`);
    return 2;
  }
}
