import { parseArgs } from 'node:util';
import type { HeldPlace } from '#core/identity/own-record/erasure.ts';
import { recordPage } from '#core/identity/own-record/record-page.ts';
import { eraseAccountOf, listErased, readRecordOf } from '../identity/index.ts';
import type { Outbox } from '../platform/mail/outbox.ts';
import type { CommandDatabase } from './command-database.ts';

type Output = { write(text: string): unknown };
type Streams = { readonly stdout: Output; readonly stderr: Output };
type Opened = CommandDatabase & { readonly outbox: Outbox | undefined; readonly dataDir: string };
type Asked = { readonly verb: 'record' | 'erase'; readonly email: string; readonly html: boolean };

export const peopleUsage = [
  '使い方: npm run -s mamori -- people record --email メールアドレス [--format html|json]  その人について持っているものを出します',
  '        npm run -s mamori -- people erase --email メールアドレス --yes                  その人のアカウントを消します（元に戻せません）',
  '',
].join('\n');

function askedOf(args: readonly string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        email: { type: 'string' },
        format: { type: 'string', default: 'json' },
        yes: { type: 'boolean', default: false },
      },
    });
    const email = values.email?.trim().toLowerCase();
    const verb = positionals.join(' ');
    if (!email || (values.format !== 'json' && values.format !== 'html')) return undefined;
    if (verb === 'record') return { verb, email, html: values.format === 'html' };
    return verb === 'erase' && values.yes ? { verb, email, html: false } : undefined;
  } catch {
    return undefined;
  }
}

const placeWords = ({ kind, name }: HeldPlace) => (kind === 'system' ? 'まもり全体' : name);

async function record({ db }: Opened, { email, html }: Asked, { stdout }: Streams): Promise<boolean> {
  const found = await readRecordOf({ db, now: new Date() }, email);
  if (found) stdout.write(html ? recordPage(found) : `${JSON.stringify(found, null, 1)}\n`);
  return found !== undefined;
}

/** Tells what became of it: undefined where nobody has the address. What is told to be erased stands in the list that outlives the database. */
async function erase(
  { db, outbox, dataDir }: Opened,
  { email }: Asked,
  { stdout, stderr }: Streams,
): Promise<boolean | undefined> {
  const erasure = await eraseAccountOf({ db, outbox, now: new Date() }, email);
  if (erasure?.accepted === false) {
    const places = erasure.places.map(placeWords).join('、');
    stderr.write(`次の所にほかの管理者がいないため、消していません。先にほかの人を管理者にしてください: ${places}\n`);
  } else if (erasure) {
    await listErased({ db, dataDir });
    stdout.write('アカウントを消しました。\n');
  }
  return erasure?.accepted;
}

/** `mamori people`: for somebody who asks the operator; exit code 2 where nobody has the address or it may not be erased. */
export async function peopleCommand(
  args: readonly string[],
  streams: Streams,
  open: () => Promise<Opened>,
): Promise<number> {
  const asked = askedOf(args);
  if (!asked) {
    streams.stderr.write(peopleUsage);
    return 2;
  }
  const opened = await open();
  try {
    const done = await (asked.verb === 'record' ? record : erase)(opened, asked, streams);
    if (done === undefined || (!done && asked.verb === 'record'))
      streams.stderr.write(`${asked.email} の人はいません。\n`);
    return done ? 0 : 2;
  } finally {
    await opened.close();
  }
}
