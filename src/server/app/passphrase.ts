import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CannotStart } from '../platform/cannot-start.ts';
import type { Settings } from './settings.ts';

export const shortestPassphrase = 12;

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

export const isTerminal = (): boolean => process.stdin.isTTY === true && process.stderr.isTTY === true;

async function ask(question: string, hidden: boolean): Promise<string> {
  let muted = false;
  const output = new Writable({
    write(chunk, _, done) {
      if (!muted) process.stderr.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  try {
    const answer = lines.question(question);
    muted = hidden;
    return await answer;
  } finally {
    lines.close();
    if (hidden) process.stderr.write('\n');
  }
}

export const askLine = (question: string): Promise<string> => ask(question, false);

const needsTerminal = () =>
  new CannotStart(
    '合言葉を聞くための端末がありません。MAMORI_BACKUP_PASSPHRASE_FILE に、合言葉を書いたファイルを指定してください。',
  );

export async function askPassphrase(): Promise<string> {
  if (!isTerminal()) throw needsTerminal();
  return ask('控えの合言葉: ', true);
}

/** Asked twice: a slip of the finger would make a backup nobody can open. */
export async function askNewPassphrase(): Promise<string> {
  if (!isTerminal()) throw needsTerminal();
  const first = await ask(`控えの合言葉（${shortestPassphrase}文字以上）: `, true);
  refuseShort(first);
  if ((await ask('もう一度: ', true)) !== first)
    throw new CannotStart('2回の合言葉が違います。もう一度実行してください。');
  return first;
}

export function refuseShort(passphrase: string): void {
  if (passphrase.length < shortestPassphrase)
    throw new CannotStart(`控えの合言葉は${shortestPassphrase}文字以上にしてください。`);
}
