import { type Kysely, sql } from 'kysely';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import type { DecisionEdit } from '#core/plan/decision/decision.ts';
import { decisionDueAgainLetter } from '#core/plan/decision/decision-due-again-letter.ts';
import type { DecisionRequest } from '#core/plan/decision/request.ts';
import { dueAgainAt, stateOf } from '#core/plan/decision/request-state.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { inFacility } from '../../platform/database/transaction.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { facilityName } from '../../platform/mail/facility-name.ts';
import type { Outbox } from '../../platform/mail/outbox.ts';
import { tellByMail } from '../../platform/mail/post-mail.ts';
import { lockRequest } from './request-repository.ts';
import { executivesOf } from './tell-asked.ts';

/** Asks for one job on the day a decision is to be made anew; a later decision puts its own in the place of it. */
export async function askToTellDueAgain(
  { tx, facilityId }: FacilityContext,
  { id: requestId, kind }: DecisionRequest,
  decided: DecisionEdit,
): Promise<void> {
  const runAt = dueAgainAt(kind, decided);
  if (!runAt) return;
  await enqueue(tx, 'plan.due-again', { facilityId, requestId }, { onlyOne: `plan.due-again ${requestId}`, runAt });
}

type Desk = { readonly db: Kysely<Tables>; readonly outbox: Outbox | undefined; readonly now: Date };
type Decided = { readonly facilityId: string; readonly requestId: string };

/** Puts before the executives what is to be decided anew: it stands among what is due by its day, and they are told so. */
export async function tellDueAgain({ db, outbox, now }: Desk, { facilityId, requestId }: Decided): Promise<void> {
  const { rows } = await sql<{ id: string }>`select executives_of(${facilityId}) as id`.execute(db);
  const personId = rows[0]?.id;
  if (personId === undefined) return;
  await inFacility(db, { facilityId, personId, now }, async (tx) => {
    const request = await lockRequest({ tx, facilityId }, requestId);
    if (!request || stateOf(request, dayInJapan(now)) !== 'due') return;
    const facility = await facilityName(tx, facilityId);
    for (const { id, name } of await executivesOf({ tx, facilityId })) {
      const letter = decisionDueAgainLetter({ facility, facilityId, name });
      const [to, from] = [{ personId: id }, { facilityId }];
      await tellByMail(tx, outbox, { kind: 'decision-due-again', letter, to, from, about: requestId, now });
    }
  });
}
