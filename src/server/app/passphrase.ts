import { readFile } from 'node:fs/promises';
import { BackupRefused } from '../platform/backup/backup-refused.ts';
import { CannotStart } from '../platform/cannot-start.ts';
import type { Settings } from './settings.ts';
import { type Ask, atTerminal, isTerminal } from './terminal.ts';

export const shortestPassphrase = 12;

const tooShort = `控えの合言葉は${shortestPassphrase}文字以上にしてください。`;
const isShort = (passphrase: string) => [...passphrase].length < shortestPassphrase;

/** The passphrase the settings give, by themselves or in a file. */
export async function givenPassphrase({
  backupPassphrase,
  backupPassphraseFile,
}: Settings): Promise<string | undefined> {
  if (backupPassphraseFile === undefined) return backupPassphrase;
  const text = await readFile(backupPassphraseFile, 'utf8').catch((cause: unknown) => {
    throw new CannotStart(`合言葉のファイル ${backupPassphraseFile} を読めません。`, { cause });
  });
  return text.replace(/\r?\n$/, '');
}

export function refuseShort(passphrase: string): void {
  if (isShort(passphrase)) throw new CannotStart(tooShort);
}

function refuseNoTerminal(): void {
  if (!isTerminal())
    throw new BackupRefused(
      '合言葉を聞くための端末がありません。MAMORI_BACKUP_PASSPHRASE_FILE に、合言葉を書いたファイルを指定してください。',
    );
}

/** What is not UTF-8 arrives as a sign that stands for anything: nobody could type that again. */
async function typed(ask: Ask, question: string): Promise<string> {
  const passphrase = await ask(question, 'hidden');
  if (passphrase.includes('\uFFFD'))
    throw new BackupRefused('打たれた文字を読み取れませんでした。端末の文字コードを UTF-8 にしてください。');
  return passphrase;
}

/** Asked twice: a slip of the finger would make a backup nobody can open. */
export async function chooseNewPassphrase(ask: Ask): Promise<string> {
  const first = await typed(ask, `控えの合言葉（${shortestPassphrase}文字以上、打った文字は出ません）: `);
  if (isShort(first)) throw new BackupRefused(tooShort);
  if ((await typed(ask, 'もう一度: ')) !== first)
    throw new BackupRefused('2回の合言葉が違います。もう一度実行してください。');
  return first;
}

export async function askNewPassphrase(): Promise<string> {
  refuseNoTerminal();
  return atTerminal(chooseNewPassphrase);
}

export async function askPassphrase(): Promise<string> {
  refuseNoTerminal();
  return atTerminal((ask) => typed(ask, '控えの合言葉（打った文字は出ません）: '));
}
