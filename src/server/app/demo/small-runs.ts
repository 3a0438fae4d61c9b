import { shareOf } from './draw.ts';
import type { PlannedRun } from './fill-run.ts';
import { holderOf, type SheetOf } from './hospital-runs.ts';
import { madeAnswers } from './made-answers.ts';
import { networkAnswers } from './network-answers.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Draft, dated, firstPartOf, progressIn } from './planned-run.ts';
import { ownersClinic } from './small-facilities.ts';
import type { Span } from './span.ts';

const shareWithNetwork = 0.45;

function yearOf({ facility, members }: OpenedFacility, sheetOf: SheetOf, year: number): readonly Draft[] {
  const progress = progressIn(facility, year);
  if (progress === 'not-begun') return [];
  const { name, code } = facility;
  const by = holderOf(members, 'facility-administrator');
  const own = madeAnswers(facility, sheetOf('small-facility'), year);
  const answers = progress === 'submitted' ? own : firstPartOf(own, code);
  const origin = year === 0 ? 'self-check' : 'typed';
  const draft = { key: code, begins: by, submits: progress === 'submitted' ? by : null };
  const questions: Draft = { ...draft, sheetId: 'small-facility', origin, sittings: [{ by, answers }] };
  const asksNetwork = name === ownersClinic || shareOf('asks-network', code) < shareWithNetwork;
  if (progress !== 'submitted' || !asksNetwork) return [questions];
  const network = networkAnswers(sheetOf('network-level'), own, true);
  return [questions, { ...draft, sheetId: 'network-level', origin, sittings: [{ by, answers: network }] }];
}

/** All runs of a clinic, pharmacy or care home. */
export const smallRuns = (opened: OpenedFacility, sheetOf: SheetOf, span: Span): readonly PlannedRun[] =>
  span.years.flatMap((_, year) => yearOf(opened, sheetOf, year).map((draft) => dated(draft, span, year)));
