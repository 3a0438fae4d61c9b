import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ClientConfig } from 'pg';
import { listErasedAsOwner } from '../identity/index.ts';
import { BackupRefused } from '../platform/backup/backup-refused.ts';
import { isEncrypted } from '../platform/backup/envelope.ts';
import type { Contents } from '../platform/backup/read-records.ts';
import { type Restored, restoreBackup } from '../platform/backup/restore-backup.ts';
import { FolderInUse } from '../platform/start-lock.ts';
import { refuseOtherKey, stageSecrets } from './backup-secrets.ts';
import { askPassphrase, givenPassphrase } from './passphrase.ts';
import type { Settings } from './settings.ts';
import { atTerminal, isTerminal } from './terminal.ts';

type Output = { write(text: string): unknown };
type Streams = { readonly stdout: Output; readonly stderr: Output };
type OpenOwner = (settings: Settings) => Promise<{ readonly owner: ClientConfig; close(): Promise<void> }>;
type Options = { readonly file: string; readonly replace: boolean; readonly yes: boolean; readonly json: boolean };

export const restoreUsage = [
  '使い方: npm run -s mamori -- restore ファイル [--replace [--yes]] [--format json|text]',
  '',
  '  控えのファイルを最後まで確かめてから、空のデータベースに戻します。まもりは先に止めてください。',
  '  暗号化した控えでは、合言葉を聞きます（MAMORI_BACKUP_PASSPHRASE か MAMORI_BACKUP_PASSPHRASE_FILE でも渡せます）。',
  '  --replace   中身の入ったデータベースを、控えの中身に入れ替えます。先に聞きます（--yes で聞きません）',
  '',
].join('\n');

function optionsOf(args: readonly string[]): Options | { readonly fault: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        replace: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        format: { type: 'string', default: 'text' },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return { fault: '控えのファイルを1つ指定してください。' };
    if (!existsSync(file)) return { fault: `${file} がありません。` };
    if (values.format !== 'json' && values.format !== 'text') return { fault: '--format は json か text です。' };
    return { file: resolve(file), replace: values.replace, yes: values.yes, json: values.format === 'json' };
  } catch (cause) {
    return { fault: cause instanceof Error ? cause.message : String(cause) };
  }
}

const momentOf = ({ header }: Contents) => new Date(header.at).toLocaleString('ja-JP', { timeZone: 'Asia/Tokyo' });
const rowsOf = ({ tables }: Contents) => tables.reduce((sum, { rows }) => sum + rows, 0);

async function agreeToReplace(contents: Contents, { yes }: Options): Promise<void> {
  if (yes) return;
  if (!isTerminal()) throw new BackupRefused('中身を入れ替えてよければ、--yes も付けてください。何も変えていません。');
  const question = `今の中身はすべて消え、${momentOf(contents)} の控えの中身になります。続けるには「入れ替える」と入力してください: `;
  const answer = await atTerminal((ask) => ask(question, 'shown'));
  if (answer.trim() !== '入れ替える') throw new BackupRefused('やめました。何も変えていません。');
}

const advice = [
  '続けて、次のことを確かめてください。',
  '  - サインインは全員終わっています。パスワードの再設定リンクは、要る人に出し直してください。',
  '  - 控えのあとに外した職員、失効させたアクセスキー、変えたパスワード、使われた招待は、控えの時の姿に戻っています。',
  '',
].join('\n');

function report({ contents, activity }: Restored, { json }: Options, { stdout, stderr }: Streams): void {
  const found = activity.findings.length;
  const facts = {
    at: contents.header.at,
    tables: contents.tables.length,
    rows: rowsOf(contents),
    activityFindings: found,
  };
  const counted = `${facts.tables}表、${facts.rows.toLocaleString('ja-JP')}行`;
  stdout.write(json ? `${JSON.stringify(facts)}\n` : `戻しました: ${momentOf(contents)} の控え（${counted}）\n`);
  if (found > 0)
    stderr.write(
      `注意: 操作の記録に、合わないところが ${found}件あります。控えを取る前からのものです。activity verify で確かめてください。\n`,
    );
  stderr.write(advice);
}

async function restore(options: Options, settings: Settings, streams: Streams, open: OpenOwner): Promise<void> {
  const { file, replace } = options;
  const passphrase = (await isEncrypted(file))
    ? ((await givenPassphrase(settings)) ?? (await askPassphrase()))
    : undefined;
  const { owner, close } = await open(settings);
  let exchangeKey = async () => {};
  try {
    const restored = await restoreBackup({
      owner,
      file,
      passphrase,
      replace,
      say: (line) => streams.stderr.write(`${line}\n`),
      agree: async (contents, found) => {
        refuseOtherKey(settings, contents);
        if (found === 'filled') await agreeToReplace(contents, options);
        if (found !== 'nothing') await listErasedAsOwner(owner, settings.dataDir);
      },
      beforeCommit: async (contents) => {
        exchangeKey = await stageSecrets(settings, contents);
      },
    });
    await exchangeKey();
    report(restored, options, streams);
  } finally {
    await close();
  }
}

/** `mamori restore`: exit code 0 where everything of the file is back, 2 where it was refused and nothing is changed, 1 where the fault is ours. */
export async function restoreCommand(
  args: readonly string[],
  streams: Streams,
  settingsNow: () => Settings,
  open: OpenOwner,
): Promise<number> {
  const options = optionsOf(args);
  if ('fault' in options) {
    streams.stderr.write(`${options.fault}\n${restoreUsage}`);
    return 2;
  }
  try {
    await restore(options, settingsNow(), streams, open);
    return 0;
  } catch (error) {
    if (!(error instanceof BackupRefused || error instanceof FolderInUse)) throw error;
    streams.stderr.write(`${error.message}\n`);
    return 2;
  }
}
