import { changeSince } from '#core/assessment/change.ts';
import { assess } from '#core/assessment/result.ts';
import type { Answers } from '#core/assessment/scoring.ts';
import { type Catalogue, findMeasure, latestSheet } from '#core/catalogue/catalogue.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import type { SelfAssessmentSheet } from '#core/sheet/run.ts';
import { executiveAnswers } from '../../src/server/app/demo/executive-answers.ts';
import type { DemoFacility } from '../../src/server/app/demo/listed-facility.ts';
import { type MadeAnswer, madeAnswers } from '../../src/server/app/demo/made-answers.ts';
import { networkAnswers } from '../../src/server/app/demo/network-answers.ts';

/** One way to answer a sheet in a year, with the result the product stores of it, but for the facility's class. */
export type PatternRun = {
  readonly pattern: number;
  /** 0 for the first year of the kind. */
  readonly year: number;
  readonly sheet: Sheet;
  readonly answers: readonly MadeAnswer[];
  readonly score: number | null;
  readonly level: number | null;
  readonly stored: object;
};

/** One bed number of every bed class. */
const bedsOfClasses = [12, 60, 150, 250, 350, 450, 700];
const perBedClass = 40;
const small = 120;
export const patternsOf = { hospital: bedsOfClasses.length * perBedClass, small } as const;

const facilityOf = (pattern: number, beds: number): DemoFacility => ({
  name: `型${pattern}`,
  code: `bench-${pattern}`,
  type: beds > 0 ? 'hospital' : 'clinic',
  beds,
  address: '',
  functions: [],
  ehr: pattern % 3 === 0 ? 'cloud' : 'on-premise',
  systemStaff: beds >= 200,
  progress: 'submitted',
});

const mapOf = (answers: readonly MadeAnswer[]): Answers => new Map(answers.map((answer) => [answer.itemId, answer]));

function latest(catalogue: Catalogue, id: SelfAssessmentSheet): Sheet {
  const sheet = latestSheet(catalogue, id);
  if (!sheet) throw new Error(`no sheet ${id}`);
  return sheet;
}

/** What a facility answers in a year, in the order in which it submits. */
function answeredIn(catalogue: Catalogue, facility: DemoFacility, year: number) {
  const isHospital = facility.type === 'hospital';
  const sheet = latest(catalogue, isHospital ? 'hospital' : 'small-facility');
  const own = madeAnswers(facility, sheet, year);
  if (!isHospital) return [{ sheet, answers: own }];
  const [network, executive] = [latest(catalogue, 'network-level'), latest(catalogue, 'executive')];
  return [
    { sheet: network, answers: networkAnswers(network, own, false) },
    { sheet: executive, answers: executiveAnswers(executive, { code: facility.code, own, place: 0 }) },
    { sheet, answers: own },
  ];
}

type Answered = ReturnType<typeof answeredIn>[number];

function resultsIn(catalogue: Catalogue, runs: readonly Answered[], last: readonly Answered[], fiscalYear: number) {
  const others: [string, Answers][] = [];
  return runs.map((run) => {
    const answers = mapOf(run.answers);
    const otherAnswers = new Map(others.flatMap(([, of]) => [...of]));
    if (run.sheet.id !== 'executive') others.push([run.sheet.id, answers]);
    const measureOf = (id: string) => findMeasure(catalogue, id)?.measure;
    const result = assess(run.sheet, answers, { measureOf, otherAnswers });
    const before = last.find(({ sheet }) => sheet.id === run.sheet.id);
    const change = before && changeSince({ ...before, answers: mapOf(before.answers) }, { ...run, answers });
    const previous = change ? { fiscalYear: fiscalYear - 1, change } : null;
    return { ...run, score: result.score, level: result.network?.level ?? null, stored: { result, previous } };
  });
}

function* runsOf(catalogue: Catalogue, pattern: number, beds: number, years: readonly number[]): Generator<PatternRun> {
  let last: readonly Answered[] = [];
  for (const [year, fiscalYear] of years.entries()) {
    const runs = answeredIn(catalogue, facilityOf(pattern, beds), year);
    for (const run of resultsIn(catalogue, runs, last, fiscalYear)) yield { pattern, year, ...run };
    last = runs;
  }
}

/** A few hundred ways to answer, scored by the product's own rules: hospitals first, by bed class, then small facilities. */
export function* patternRuns(catalogue: Catalogue, years: readonly number[], ofSmall: number): Generator<PatternRun> {
  for (const [place, beds] of bedsOfClasses.entries())
    for (let nth = 0; nth < perBedClass; nth += 1) yield* runsOf(catalogue, place * perBedClass + nth, beds, years);
  for (let nth = 0; nth < small; nth += 1)
    yield* runsOf(catalogue, patternsOf.hospital + nth, 0, years.slice(-ofSmall));
}
