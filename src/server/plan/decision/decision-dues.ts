import { may } from '#core/identity/role.ts';
import type { Due } from '#core/kernel/due.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import type { DecisionRequest } from '#core/plan/decision/request.ts';
import { dueDayOf } from '#core/plan/decision/request-state.ts';
import type { DuePlace, DueSource } from '../../platform/due/due-source.ts';
import { askToRemind } from '../../platform/due/remind.ts';
import { findRequests } from './request-repository.ts';

/** Asks for the reminders of what the executives are to decide by a day. */
export async function remindOfDecision(place: DuePlace, id: string, dueOn: string | null): Promise<void> {
  if (dueOn !== null) await askToRemind(place, { kind: 'decision', id, dueOn });
}

function asDue(request: DecisionRequest, today: string): Due[] {
  const dueOn = dueDayOf(request, today);
  const { id, title } = request;
  return dueOn === null ? [] : [{ kind: 'decision', id, title, dueOn, owner: null, page: 'decisions' }];
}

const all = async (place: DuePlace): Promise<readonly Due[]> => {
  const today = dayInJapan(place.now);
  return (await findRequests(place)).flatMap((request) => asDue(request, today));
};

/** What the executives are to decide by a day, or decide again from a day on. It belongs to all of them. */
export const decisionDues: DueSource = {
  kind: 'decision',
  mayRead: (roles) => may(roles, 'decision.read'),
  toldTo: ['executive'],
  list: async (place, { until, ownerId }) =>
    ownerId === undefined ? (await all(place)).filter(({ dueOn }) => dueOn <= until) : [],
  find: async (place, id) => (await all(place)).find((due) => due.id === id),
};
