import type { Answers } from '#core/assessment/scoring.ts';
import { type Catalogue, findMeasure, latestSheet } from '#core/catalogue/catalogue.ts';
import type { Measure, Sheet, SheetId } from '#core/catalogue/sheet.ts';
import type { Fault } from '#core/kernel/contract.ts';
import { networkProblem } from '#core/plan/network-problem.ts';
import { type PlanProblem, planProblem } from '#core/plan/problem.ts';
import { firstYearOf, ownEfforts } from '#core/plan/reckoned-cost.ts';
import { type CommandOutput, printFaults, readAnswers, wantsJson } from '../assessment/index.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { type Documents, openDocuments } from '../platform/documents/index.ts';
import { openPlanMaker, type PlanMaker } from './plan-maker.ts';
import { type PlanOptions, planOptions, planUsage } from './plan-options.ts';
import { planJson, planTable } from './plan-output.ts';
import { planSheetOf, unknownMeasures } from './sheet-measures.ts';

const networkUnseen = '院内ネットワークは、--network のファイルがないため、計画に入っていません。\n';

/** Seconds after which the best plan so far is given, with how much better another might be. */
const longest = 60;

/**
 * `mamori plan`: chooses measures for a file of answers without server or database. Exit code 0 with the plan on stdout,
 * also where none is possible; 2 with every fault of input or usage; 1 where the fault is ours.
 */
export async function planCommand(args: readonly string[], io: CommandOutput): Promise<number> {
  const options = planOptions(args);
  if ('faults' in options) {
    printFaults(options.faults, wantsJson(args), io);
    if (!wantsJson(args)) io.stderr.write(planUsage);
    return 2;
  }
  const parts = { documents: openDocuments(), plans: openPlanMaker({ seconds: longest }) };
  try {
    const outcome = await planned(options, parts);
    if (options.goal === 'level2' && options.network === null) io.stderr.write(networkUnseen);
    if ('faults' in outcome) printFaults(outcome.faults, options.format === 'json', io);
    else io.stdout.write(outcome.printed);
    return 'faults' in outcome ? 2 : 0;
  } catch (cause) {
    io.stderr.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
    return 1;
  } finally {
    await Promise.all([parts.documents.close(), parts.plans.close()]);
  }
}

type Faults = { readonly faults: readonly Fault[] };
type Run = { readonly sheet: Sheet; readonly answers: Answers };

type Parts = { readonly documents: Documents; readonly plans: PlanMaker };

async function planned(options: PlanOptions, { documents, plans }: Parts): Promise<{ printed: string } | Faults> {
  const catalogue = loadCatalogue();
  const main = options.answers ?? options.network ?? '';
  const id = options.answers === null ? 'network-level' : options.sheet;
  const run = await read(catalogue, { sheet: id, path: main }, documents);
  if ('faults' in run) return run;
  const sheet = planSheetOf(catalogue, run.sheet);
  const unknown = unknownMeasures(sheet, options.excluded, 'excluded');
  if (unknown.length > 0) return { faults: unknown };
  const network =
    options.network === null || options.answers === null
      ? null
      : await read(catalogue, { sheet: 'network-level', path: options.network }, documents);
  if (network !== null && 'faults' in network) return network;
  const plan = await plans.make(problemFor(catalogue, { run, sheet, network }, options), 'command');
  if (options.format === 'json') return { printed: planJson(plan) };
  const sheets = [sheet, network?.sheet ?? run.sheet];
  return { printed: planTable(sheet, plan, { sheets, excludes: options.excluded.length > 0 }) };
}

type Runs = {
  readonly run: Run;
  /** Whose measures are chosen from. */
  readonly sheet: Sheet;
  readonly network: Run | null;
};

function problemFor(catalogue: Catalogue, { run, sheet, network }: Runs, options: PlanOptions): PlanProblem {
  const wish = {
    budget: options.budget,
    personDays: options.personDays,
    goal: options.goal,
    excluded: new Set(options.excluded),
    begun: new Set<string>(),
    roleDays: [],
    effortOf: (measure: Measure) => firstYearOf(measure, sheet.id, ownEfforts([])),
  };
  const measureOf = (id: string) => findMeasure(catalogue, id)?.measure;
  if (sheet !== run.sheet) return networkProblem(run, sheet, wish, { measureOf });
  return planProblem(run, network, wish, { measureOf });
}

type Wanted = { readonly sheet: SheetId; readonly path: string };

async function read(catalogue: Catalogue, { sheet: id, path }: Wanted, documents: Documents): Promise<Run | Faults> {
  const sheet = latestSheet(catalogue, id);
  if (!sheet) throw new Error(`the content has no sheet ${id}`);
  const file = await readAnswers(path, sheet, documents);
  if ('faults' in file) return file;
  return { sheet, answers: new Map(file.answers.map(({ item, value, note }) => [item, { value, note }])) };
}
