import { dayInJapan, daysAfter } from '../../kernel/fiscal-year.ts';
import type { Decision } from './decision.ts';
import type { Outcome } from './outcome.ts';
import type { DecisionRequest } from './request.ts';

/** Where a request stands: to be decided now, put off to a day to come, or in need of nothing more. */
export type RequestState = 'due' | 'waiting' | 'settled';

type Asked = Pick<DecisionRequest, 'kind' | 'withdrawnAt' | 'decisions'>;

/**
 * Where a request stands on a day in Japan. What was put off is due on its day; an accepted risk once its last day has passed,
 * to be decided anew.
 */
export function stateOf({ kind, withdrawnAt, decisions }: Asked, today: string): RequestState {
  const last = decisions.at(-1);
  if (withdrawnAt !== null) return 'settled';
  if (!last) return 'due';
  const { outcome, until } = last;
  if (outcome === 'deferred') return until !== null && until <= today ? 'due' : 'waiting';
  const isOver = kind === 'risk-acceptance' && outcome === 'approved' && until !== null && until < today;
  return isOver ? 'due' : 'settled';
}

/**
 * The moment from which a decision is to be made anew: the day somebody put it off to, or the day after the last one a risk is
 * accepted, at the beginning of that day in Japan; null where it stands for good.
 */
export function dueAgainAt(kind: DecisionRequest['kind'], { outcome, until }: Ended): Date | null {
  const ends = outcome === 'deferred' || (outcome === 'approved' && kind === 'risk-acceptance');
  if (!ends || until === null) return null;
  return new Date(`${outcome === 'deferred' ? until : daysAfter(until, 1)}T00:00:00+09:00`);
}
type Ended = Pick<Decision, 'outcome' | 'until'>;

/** Requests that need something more, by where they stand; what is to be decided first, and first put again, comes first. */
export function byState(requests: readonly DecisionRequest[], now: Date) {
  const today = dayInJapan(now);
  const of = (state: RequestState) => requests.filter((request) => stateOf(request, today) === state);
  const first = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  const late = '9999';
  const day = ({ neededBy }: DecisionRequest) => neededBy ?? late;
  const until = ({ decisions }: DecisionRequest) => decisions.at(-1)?.until ?? late;
  return {
    due: of('due').toSorted(
      (one, other) => first(day(one), day(other)) || one.askedAt.getTime() - other.askedAt.getTime(),
    ),
    waiting: of('waiting').toSorted((one, other) => first(until(one), until(other))),
  };
}

/**
 * Whether a request stands for something kept elsewhere, a risk, a finding of an audit or a clause that is not kept: only what it stands for changes it or takes
 * it back, else those who are audited would take it off the page of the executives, or reword what they accept.
 */
export const isBound = ({ source }: Pick<DecisionRequest, 'source'>): boolean =>
  /^(?:risk|finding|clause)\//.test(source ?? '');

/** The id of the risk of the register that an outcome accepts; undefined where it accepts none. */
export function acceptedRisk({ kind, source }: AskedOf, outcome: Outcome): string | undefined {
  const accepts = kind === 'risk-acceptance' && outcome === 'approved' && source?.startsWith('risk/');
  return accepts ? source?.slice('risk/'.length) : undefined;
}
type AskedOf = Pick<DecisionRequest, 'kind' | 'source'>;

/** Whether a request may still be changed: nobody has decided anything of it, so that no decision stands under other words. */
export const isEditable = ({ withdrawnAt, decisions }: Asked): boolean =>
  withdrawnAt === null && decisions.length === 0;

/** Every decision of requests with what it was of, the newest first. */
export function decisionsIn<Request extends { readonly decisions: readonly Pick<Decision, 'fiscalYear' | 'number'>[] }>(
  requests: readonly Request[],
): readonly { readonly request: Request; readonly decision: Request['decisions'][number] }[] {
  return requests
    .flatMap((request) => request.decisions.map((decision) => ({ request, decision })))
    .toSorted(
      ({ decision: one }, { decision: other }) => other.fiscalYear - one.fiscalYear || other.number - one.number,
    );
}
