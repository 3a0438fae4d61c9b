import { parseArgs } from 'node:util';
import { endSessions } from '../identity/index.ts';
import type { CommandDatabase } from './command-database.ts';

type Output = { write(text: string): unknown };
type Streams = { readonly stdout: Output; readonly stderr: Output };

export const sessionsUsage = '使い方: npm run -s mamori -- sessions end --email メールアドレス | --all\n';

/** Whose sessions are to end; undefined where that is not said clearly. */
function whose(args: readonly string[]): { readonly email: string | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { email: { type: 'string' }, all: { type: 'boolean', default: false } },
    });
    const email = values.email?.trim().toLowerCase() || undefined;
    const clear = positionals.join(' ') === 'end' && values.all === (email === undefined);
    return clear ? { email } : undefined;
  } catch {
    return undefined;
  }
}

/** `mamori sessions end`: signs one person out everywhere, or everybody; exit code 2 where nobody has the address. */
export async function sessionsCommand(
  args: readonly string[],
  { stdout, stderr }: Streams,
  open: () => Promise<CommandDatabase>,
): Promise<number> {
  const asked = whose(args);
  if (!asked) {
    stderr.write(sessionsUsage);
    return 2;
  }
  const { db, close } = await open();
  try {
    const people = await endSessions(db, { ...asked, now: new Date() });
    if (people === undefined) stderr.write(`${asked.email} の人はいません。\n`);
    else stdout.write(`${people.toLocaleString('ja-JP')}人のサインインをすべて終わらせました。\n`);
    return people === undefined ? 2 : 0;
  } finally {
    await close();
  }
}
