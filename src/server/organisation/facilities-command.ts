import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Kysely } from 'kysely';
import type { Fault } from '#core/kernel/contract.ts';
import type { ImportReport } from '#core/organisation/import-report.ts';
import type { Tables } from '../platform/database/tables.ts';
import { beginImport, type ImportCounts } from './import-record.ts';
import { importRegister } from './import-register.ts';
import { faultText, refusalText, reportText } from './report-text.ts';

export type FacilitiesOutput = {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
};
export type OpenDatabase = () => Promise<{ readonly db: Kysely<Tables>; close(): Promise<void> }>;

type Options = { readonly path: string; readonly json: boolean };
type Outcome = { readonly report: ImportReport } | { readonly faults: readonly Fault[] };

export const facilitiesUsage = '使い方: npm run -s mamori -- facilities import ファイル [--format json|text]\n';

/**
 * `mamori facilities import FILE`: brings a public list of institutions into the register. Exit code 0 with the report
 * on stdout; 2 where the file is refused or the usage wrong; 1 where the fault is ours. Progress goes to stderr.
 */
export async function facilitiesCommand(
  args: readonly string[],
  io: FacilitiesOutput,
  open: OpenDatabase,
): Promise<number> {
  const options = optionsOf(args);
  if ('wrong' in options) {
    io.stderr.write([...options.wrong, facilitiesUsage].join('\n'));
    return 2;
  }
  try {
    const size = await sizeOf(options.path);
    return print(typeof size === 'number' ? await imported(options, size, io, open) : { faults: [size] }, options, io);
  } catch (cause) {
    io.stderr.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
    return 1;
  }
}

function optionsOf(args: readonly string[]): Options | { readonly wrong: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'text' } },
    });
    const [verb, path, ...more] = positionals;
    if (verb === undefined) return { wrong: [] };
    if (verb !== 'import') return { wrong: [`「${verb}」という操作はありません。`] };
    if (path === undefined || more.length > 0) return { wrong: ['取り込むファイルを一つ指定してください。'] };
    if (values.format !== 'json' && values.format !== 'text') return { wrong: ['--format は json か text です。'] };
    return { path, json: values.format === 'json' };
  } catch (cause) {
    return { wrong: [cause instanceof Error ? cause.message : String(cause)] };
  }
}

async function sizeOf(path: string): Promise<number | Fault> {
  try {
    const facts = await stat(path);
    if (facts.isFile()) return facts.size;
  } catch {
    // Told below: whatever keeps the file from being read, the person looks at the path first.
  }
  return { code: 'file-not-found', message: `ファイル「${path}」を読めません。場所と名前を確かめてください。` };
}

async function imported({ path }: Options, size: number, io: FacilitiesOutput, open: OpenDatabase): Promise<Outcome> {
  const { db, close } = await open();
  try {
    const begun = await beginImport(db, { startedBy: null, fileName: basename(path), now: new Date() });
    if ('running' in begun) {
      const message = '別の取り込みが進んでいます。終わってから、もう一度取り込んでください。';
      return { faults: [{ code: 'import-running', message }] };
    }
    const file = { bytes: createReadStream(path), size };
    return { report: await importRegister(db, begun.importId, { file, onProgress: progressTo(io) }) };
  } finally {
    await close();
  }
}

function progressTo({ stderr }: FacilitiesOutput) {
  return ({ rowsRead, bytesRead, bytesTotal }: Readonly<ImportCounts>) => {
    const rows = rowsRead.toLocaleString('ja-JP');
    const read = bytesTotal !== null && bytesRead >= bytesTotal;
    const percent = bytesTotal ? `（${Math.floor((bytesRead / bytesTotal) * 100)}%）` : '';
    stderr.write(read ? `${rows}行を読みました。台帳に反映しています…\n` : `読み込んでいます… ${rows}行${percent}\n`);
  };
}

function print(outcome: Outcome, { json }: Options, { stdout, stderr }: FacilitiesOutput): number {
  const refused = 'faults' in outcome || outcome.report.outcome === 'refused';
  if (json) stdout.write(`${JSON.stringify('report' in outcome ? outcome.report : outcome)}\n`);
  else if ('faults' in outcome) stderr.write(outcome.faults.map((fault) => `${faultText(fault)}\n`).join(''));
  else if (refused) stderr.write(refusalText(outcome.report));
  else stdout.write(reportText(outcome.report));
  return refused ? 2 : 0;
}
