import { z } from 'zod';
import type { Fault } from '../../kernel/contract.ts';
import { daysAfter, yearTitle } from '../../kernel/fiscal-year.ts';
import { type Outcome, outcomeSchema, outcomeWords } from './outcome.ts';
import type { RequestKind } from './request-kind.ts';

/** What an executive decides. */
export const decisionEditSchema = z.object({
  outcome: outcomeSchema,
  reason: z.string().max(600, '600文字までです。'),
  /** Of a deferral the day it is put again, of an accepted risk the last day; else null. */
  until: z.iso.date().nullable(),
});
export type DecisionEdit = z.infer<typeof decisionEditSchema>;

/** What was decided; it never changes. */
export const decisionSchema = decisionEditSchema.extend({
  id: z.uuid(),
  /** The fiscal year it was decided in, within which decisions of a facility are numbered from 1. */
  fiscalYear: z.number().int(),
  number: z.number().int(),
  decidedBy: z.object({ id: z.uuid(), name: z.string() }),
  decidedAt: z.date(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** 「令和8年度 第3号」 */
export const decisionNumber = ({ fiscalYear, number }: Pick<Decision, 'fiscalYear' | 'number'>): string =>
  `${yearTitle(fiscalYear)} 第${number}号`;

/** Days a matter may be put off, or a risk be accepted, at the most: a year and some room for the day of a meeting. */
const mostDays = 400;

/**
 * What is wrong with a decision made on a day in Japan: putting off takes a day after today and within 400 days, declining a
 * reason, accepting a risk a last day within the same time, and nothing else takes a day.
 */
export function decisionFaults(kind: RequestKind, { outcome, reason, until }: DecisionEdit, today: string): Fault[] {
  const unsaid = outcome === 'declined' && reason.trim() === '';
  const about = dayAbout(kind, outcome);
  return [
    ...(unsaid ? [fault('reason', `${outcomeWords(kind, outcome).asks}。`)] : []),
    ...(about === undefined ? dayTooMany(until) : dayFaults(about, until, today)),
  ];
}

const fault = (field: string, message: string): Fault => ({ field, code: 'not-valid', message });

/** What the day of a decision is; undefined where it takes none. */
function dayAbout(kind: RequestKind, outcome: Outcome): string | undefined {
  if (outcome === 'deferred') return 'もう一度話し合う日';
  return outcome === 'approved' && kind === 'risk-acceptance' ? '受け入れる最後の日' : undefined;
}

const dayTooMany = (until: string | null): Fault[] =>
  until === null ? [] : [fault('until', 'この決定に、日は要りません。空にしてください。')];

function dayFaults(about: string, until: string | null, today: string): Fault[] {
  if (until === null) return [fault('until', `${about}を選んでください。`)];
  if (until <= today) return [fault('until', `${about}は、明日からあとの日にしてください。`)];
  return until > daysAfter(today, mostDays) ? [fault('until', `${about}は、${mostDays}日以内にしてください。`)] : [];
}
