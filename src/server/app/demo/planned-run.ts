import type { Acting } from './act-as.ts';
import { momentIn } from './calendar.ts';
import { shareOf } from './draw.ts';
import type { PlannedRun } from './fill-run.ts';
import { leadingHospital } from './hospitals.ts';
import type { DemoFacility, Progress } from './listed-facility.ts';
import type { MadeAnswer } from './made-answers.ts';
import { type Span, thisYear } from './span.ts';

/** A run without its dates; `key` tells runs of the same sheet and year apart. */
export type Draft = Pick<PlannedRun, 'sheetId' | 'origin'> & {
  readonly key: string;
  readonly begins: Acting;
  readonly sittings: readonly { readonly by: Acting; readonly answers: readonly MadeAnswer[] }[];
  readonly submits: Acting | null;
};

const joinsLater = ({ name, code }: DemoFacility) => name !== leadingHospital && shareOf('joins-later', code) < 0.1;

/** How far a facility came in a year: past years are finished, except where it was not there yet. */
export function progressIn(facility: DemoFacility, year: number): Progress {
  if (year === thisYear) return facility.progress;
  return year === 0 && joinsLater(facility) ? 'not-begun' : 'submitted';
}

/** The answers given before the work was left lying. */
export const firstPartOf = (answers: readonly MadeAnswer[], key: string): readonly MadeAnswer[] =>
  answers.slice(0, Math.ceil(answers.length * (0.35 + 0.35 * shareOf('part', key))));

/** Puts a run into its fiscal year: begun between spring and autumn, answered and submitted within weeks. */
export function dated(draft: Draft, { years, now }: Span, year: number): PlannedRun {
  const { key, begins, sittings, submits, ...rest } = draft;
  const start = 0.15 + 0.45 * shareOf('start', key, rest.sheetId, year);
  const hour = 0.1 + 0.5 * shareOf('hour', key, rest.sheetId, year);
  const at = (step: number) => momentIn(years[year] ?? 0, now, start + 0.05 * step, hour + 0.05 * step);
  return {
    ...rest,
    begun: { by: begins, at: at(0) },
    sittings: sittings.map((sitting, index) => ({ ...sitting, at: at(index + 1) })),
    submitted: submits && { by: submits, at: at(sittings.length + 1) },
  };
}
