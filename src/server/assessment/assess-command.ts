import { type Report, reportOf } from '#core/assessment/report.ts';
import { assess } from '#core/assessment/result.ts';
import { resultWorkbook } from '#core/assessment/result-workbook.ts';
import type { Answers } from '#core/assessment/scoring.ts';
import { type Catalogue, findMeasure, latestSheet } from '#core/catalogue/catalogue.ts';
import type { Fault } from '#core/kernel/contract.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { type Documents, openDocuments } from '../platform/documents/index.ts';
import { type AssessOptions, assessOptions, assessUsage } from './assess-options.ts';
import { resultJson, resultTable } from './assess-output.ts';
import { type CommandOutput, printFaults, wantsJson } from './print-faults.ts';
import { commandOwner, readAnswers } from './read-answers.ts';
import { reportDocument } from './report-document.ts';
import { writeFiles } from './write-files.ts';

/**
 * `mamori assess`: assesses a file of answers without server or database. Exit code 0 with the result on stdout; 2 with
 * every fault of input, usage or output path; 1 where the fault is ours.
 */
export async function assessCommand(args: readonly string[], io: CommandOutput): Promise<number> {
  const options = assessOptions(args);
  if ('faults' in options) {
    printFaults(options.faults, wantsJson(args), io);
    if (!wantsJson(args)) io.stderr.write(assessUsage);
    return 2;
  }
  const documents = openDocuments();
  try {
    const outcome = await assessed(options, documents);
    if ('faults' in outcome) printFaults(outcome.faults, options.format === 'json', io);
    else io.stdout.write(outcome.printed);
    return 'faults' in outcome ? 2 : 0;
  } catch (cause) {
    io.stderr.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
    return 1;
  } finally {
    await documents.close();
  }
}

type Outcome = { readonly printed: string } | { readonly faults: readonly Fault[] };

async function assessed(options: AssessOptions, documents: Documents): Promise<Outcome> {
  const catalogue: Catalogue = loadCatalogue();
  const sheet = latestSheet(catalogue, options.sheet);
  if (!sheet) throw new Error(`the content has no sheet ${options.sheet}`);
  const file = await readAnswers(options.answers, sheet, documents);
  if ('faults' in file) return file;
  const answers: Answers = new Map(file.answers.map(({ item, value, note }) => [item, { value, note }]));
  const result = assess(sheet, answers, { measureOf: (id) => findMeasure(catalogue, id)?.measure });
  const faults = await written(reportOf({ sheet, answers, result, now: new Date() }), options, documents);
  if (faults.length > 0) return { faults };
  return { printed: options.format === 'json' ? `${resultJson(result)}\n` : resultTable(sheet, result) };
}

async function written(report: Report, { pdf, xlsx }: AssessOptions, documents: Documents): Promise<readonly Fault[]> {
  return writeFiles([
    ...(pdf ? [{ path: pdf, bytes: await documents.writePdf(reportDocument(report), commandOwner) }] : []),
    ...(xlsx ? [{ path: xlsx, bytes: await documents.writeWorkbook(resultWorkbook(report), commandOwner) }] : []),
  ]);
}
