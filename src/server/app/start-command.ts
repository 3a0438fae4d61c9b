import { offerSetupLink } from '../identity/index.ts';
import { linkTable } from './demo/link-table.ts';
import { openDemo } from './demo/open-demo.ts';
import { type Running, serve } from './serve.ts';
import { readSettings } from './settings.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** One Ctrl-C comes several times: from the terminal, from npm and from the launcher. */
const samePressMs = 1_000;

/** Runs until a signal asks to stop; a second one, a second later, ends at once. */
function untilStopped(lost: Promise<void>): Promise<'signal' | 'lost'> {
  return new Promise((resolve) => {
    let asked: number | undefined;
    const stop = () => {
      if (asked !== undefined && performance.now() - asked > samePressMs) process.exit(1);
      asked ??= performance.now();
      resolve('signal');
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    lost.then(() => resolve('lost'));
  });
}

const stopWords = {
  signal: '止めています…',
  lost: 'データベースが止まりました。まもりも止めます。もう一度 npm start で始めてください。',
} as const;

async function announce({ db, url }: Running): Promise<void> {
  process.stdout.write(`まもりが動いています: ${url}\n`);
  const path = await offerSetupLink(db, new Date());
  if (path !== undefined) process.stdout.write(`初期設定リンク（1回だけ、24時間有効）: ${url}${path}\n`);
  process.stdout.write('止めるときは Ctrl-C を押してください。\n');
}

/** Fills the fictional region where it is not, and prints a way into it for every role. */
async function announceDemo({ db, url }: Running): Promise<void> {
  const links = await openDemo({ db, now: new Date(), say });
  process.stdout.write(
    `架空の地域です。次のリンクを開くと、その役割の人として入れます。\n\n${linkTable(links, url)}\n\n`,
  );
}

/** `npm start`: brings Mamori up, prints its address and, while nobody administers it, the set-up link. */
export async function startCommand(args: readonly string[], root: string): Promise<number> {
  const demo = args.includes('--demo');
  const unknown = args.find((arg) => arg !== '--demo');
  if (unknown !== undefined) {
    say(`「${unknown}」は使えません。使い方: npm start [-- --demo]`);
    return 2;
  }
  const settings = readSettings(process.env, { demo, root });
  // What is printed may have nowhere to go, on a full disk say: that stops nobody's work.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  say('まもりを始めています…');
  const running = await serve(settings, root, say);
  try {
    const stopped = untilStopped(running.lost);
    const announced = (demo ? announceDemo(running) : Promise.resolve())
      .then(() => running.sealFromNow())
      .then(() => announce(running));
    const reason = await Promise.race([stopped, announced.then(() => stopped)]);
    announced.catch(() => undefined);
    say(stopWords[reason]);
    return reason === 'signal' ? 0 : 1;
  } finally {
    await running.stop();
  }
}
