import { parseArgs } from 'node:util';
import type { ClientConfig } from 'pg';
import { actTitle } from '#core/kernel/act.ts';
import { type ActivityFinding, type Verification, verifyActivity } from '../platform/activity/verify-activity.ts';

type Output = { write(text: string): unknown };
type Streams = { readonly stdout: Output; readonly stderr: Output };
type OpenOwner = () => Promise<{ readonly owner: ClientConfig; close(): Promise<void> }>;
type Options = { readonly json: boolean; readonly head: string | undefined };

export const activityUsage = '使い方: npm run -s mamori -- activity verify [--head ハッシュ] [--format json|text]\n';
const sha256 = /^[0-9a-f]{64}$/;

function optionsOf(args: readonly string[]): Options | { readonly fault: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'text' }, head: { type: 'string' } },
    });
    const [verb, ...more] = positionals;
    if (verb !== 'verify' || more.length > 0)
      return {
        fault:
          positionals.length === 0
            ? 'verify を付けてください。'
            : `「${positionals.join(' ')}」という操作はありません。`,
      };
    if (values.format !== 'json' && values.format !== 'text') return { fault: '--format は json か text です。' };
    const head = values.head?.trim().toLowerCase();
    if (head !== undefined && !sha256.test(head))
      return { fault: '--head には、書き出した先頭のハッシュ（16進で64文字）を指定してください。' };
    return { json: values.format === 'json', head };
  } catch (cause) {
    return { fault: cause instanceof Error ? cause.message : String(cause) };
  }
}

const kindWords = { changed: '変えられた記録', removed: '消された記録', inserted: 'あとから差し込まれた記録' } as const;
const reasonWords = {
  content: '中身がハッシュと合いません',
  link: '前の封とつながっていません',
  missing: '封がありません',
} as const;

function findingText(finding: ActivityFinding): string {
  if (finding.kind === 'unknown-head')
    return `書き出した先頭のハッシュが、鎖のどこにもありません: ${finding.hash}（あとの封が切り取られたか、別のデータベースです）`;
  if (finding.kind === 'broken-seal') return `壊れた封: ${finding.number}番（${reasonWords[finding.reason]}）`;
  const { kind, facilityId, id, at, act } = finding;
  return `${kindWords[kind]}: 施設 ${facilityId ?? '（施設の外）'} 記録 ${id} 時刻 ${at} 操作 ${act}（${actTitle(act)}）`;
}

const counted = (rows: number) => `${rows.toLocaleString('ja-JP')}件`;
const headText = ({ head }: Verification) => (head ? `先頭のハッシュ: ${head.hash}` : '封はまだありません。');

function soundText(verification: Verification): string {
  const waiting = verification.waiting > 0 ? `（ほかに封を待つもの ${counted(verification.waiting)}）` : '';
  return `操作の記録 ${counted(verification.sealed)}を確かめました。変わったところはありません${waiting}。${headText(verification)}\n`;
}

/** No finding: a clock may have been set back. Whoever sealed under a false date is seen by it, though. */
function setBackText({ setBack }: Verification): string {
  const [first] = setBack;
  if (!first) return '';
  const { number, from, to } = first;
  return `封の日時が前の封より戻っているところが ${setBack.length.toLocaleString('ja-JP')}か所あります（初めは${number}番で、${from} のあとが ${to}）。そのときサーバの時計を戻していなければ、日時を偽った封です（docs/activity-log.md）。\n`;
}

function print(verification: Verification, { json }: Options, { stdout }: Streams): number {
  const { findings } = verification;
  const sound = findings.length === 0;
  if (json) stdout.write(`${JSON.stringify({ sound, ...verification })}\n`);
  else if (sound) stdout.write(soundText(verification) + setBackText(verification));
  else {
    const told = findings.map((finding) => `${findingText(finding)}\n`).join('');
    stdout.write(
      `${told}操作の記録に、合わないところが ${counted(findings.length)}あります。${headText(verification)}\n${setBackText(verification)}`,
    );
  }
  return sound ? 0 : 2;
}

/**
 * `mamori activity verify`: exit code 0 where the logs are as they were sealed, 2 where something was changed, removed or
 * inserted, each named, or the usage is wrong; 1 where the fault is ours.
 */
export async function activityCommand(args: readonly string[], streams: Streams, open: OpenOwner): Promise<number> {
  const options = optionsOf(args);
  if ('fault' in options) {
    streams.stderr.write(`${options.fault}\n${activityUsage}`);
    return 2;
  }
  const { owner, close } = await open();
  try {
    return print(await verifyActivity(owner, options.head), options, streams);
  } finally {
    await close();
  }
}
