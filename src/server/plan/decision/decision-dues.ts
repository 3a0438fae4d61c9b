import { sql } from 'kysely';
import { may } from '#core/identity/role.ts';
import { dueRows } from '../../platform/due/due-rows.ts';
import type { DuePlace } from '../../platform/due/due-source.ts';
import { askToRemind } from '../../platform/due/remind.ts';

/** Asks for the reminders of what the executives are to decide by a day. */
export async function remindOfDecision(place: DuePlace, id: string, dueOn: string | null): Promise<void> {
  if (dueOn !== null) await askToRemind(place, { kind: 'decision', id, dueOn });
}

/** What was said last of a request holds until a day only: put off, or the acceptance of a risk. */
const isForATime = sql<boolean>`(d.outcome = 'deferred' or (d.outcome = 'approved' and q.kind = 'risk-acceptance'))`;

/** What the executives are to decide by a day, or decide again from a day on. It belongs to all of them. */
export const decisionDues = dueRows({
  kind: 'decision',
  mayRead: (roles) => may(roles, 'decision.read'),
  toldTo: ['executive'],
  open: ({ tx, facilityId }) =>
    tx
      .selectFrom('decision_request as q')
      .leftJoinLateral(
        (from) =>
          from
            .selectFrom('decision as said')
            .select(['said.outcome', 'said.until'])
            .whereRef('said.facility_id', '=', 'q.facility_id')
            .whereRef('said.request_id', '=', 'q.id')
            .orderBy('said.fiscal_year', 'desc')
            .orderBy('said.number', 'desc')
            .limit(1)
            .as('d'),
        (join) => join.onTrue(),
      )
      .select(['q.id', 'q.title'])
      .select([sql<null>`null::uuid`.as('owner_id'), sql<null>`null`.as('owner')])
      .select(sql<string | null>`case when d.outcome is null then q.needed_by else d.until end`.as('due_on'))
      .select(sql<string>`'decisions'`.as('page'))
      .where('q.facility_id', '=', facilityId)
      .where('q.withdrawn_at', 'is', null)
      .where(({ or, eb }) => or([eb('d.outcome', 'is', null), isForATime]))
      .as('due'),
});
