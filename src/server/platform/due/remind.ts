import type { Kysely } from 'kysely';
import type { Role } from '#core/identity/role.ts';
import { type Due, type DueKind, dueState, isTimeToRemind, nextReminder } from '#core/kernel/due.ts';
import { dueLetter } from '#core/kernel/due-letter.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import type { Tables } from '../database/tables.ts';
import { type FacilityTx, inFacility } from '../database/transaction.ts';
import { enqueueAll } from '../jobs/enqueue.ts';
import type { Outbox } from '../mail/outbox.ts';
import { tellByMail } from '../mail/post-mail.ts';
import type { DuePlace, DueSource } from './due-source.ts';

type Reminded = {
  readonly facilityId: string;
  readonly kind: DueKind;
  readonly subject: string;
  readonly personId: string;
};
type Desk = {
  readonly db: Kysely<Tables>;
  readonly outbox: Outbox | undefined;
  readonly sources: readonly DueSource[];
  readonly now: Date;
};

/** Whom to remind of what. */
export type Reminder = Pick<Due, 'kind' | 'id' | 'dueOn'> & { readonly personId: string };

/**
 * Asks for the next reminders of what is due to people: one job each, which a later asking for the same replaces. Nothing is asked
 * for once both reminders have passed.
 */
export async function askToRemindAll({ tx, facilityId, now }: DuePlace, reminders: readonly Reminder[]): Promise<void> {
  const jobs = reminders.flatMap(({ kind, id, dueOn, personId }) => {
    const runAt = nextReminder(dueOn, now);
    const payload: Reminded = { facilityId, kind, subject: id, personId };
    return runAt ? [{ payload, onlyOne: `due.remind ${facilityId} ${kind} ${id} ${personId}`, runAt }] : [];
  });
  if (jobs.length > 0) await enqueueAll(tx, 'due.remind', jobs);
}

/** Asks for the next reminder of something due to a person. */
export const askToRemind = (place: DuePlace, due: Omit<Reminder, 'personId'>, personId: string): Promise<void> =>
  askToRemindAll(place, [{ kind: due.kind, id: due.id, dueOn: due.dueOn, personId }]);

/** Reminds a person of what is still to be done; nobody who has left, handed it on or done it meanwhile, and not before its time. */
export async function remind({ db, outbox, sources, now }: Desk, reminded: Reminded): Promise<void> {
  const { facilityId, kind, subject, personId } = reminded;
  const source = sources.find((one) => one.kind === kind);
  await inFacility(db, { facilityId, personId }, async (tx, roles) => {
    if (!source?.mayRead(roles as readonly Role[])) return;
    const place = { tx, facilityId, now };
    const due = await source.find(place, subject);
    if (!due || (due.owner && due.owner.id !== personId)) return;
    await askToRemind(place, due, personId);
    if (!isTimeToRemind(due.dueOn, now)) return;
    const late = dueState(due.dueOn, dayInJapan(now)) === 'late';
    const ownerless = due.owner === null;
    const letter = dueLetter({ ...(await namesOf(tx, { facilityId, personId })), facilityId, due, late, ownerless });
    const [to, from] = [{ personId }, { facilityId }];
    await tellByMail(tx, outbox, { kind: late ? 'due-passed' : 'due-soon', letter, to, from, about: subject, now });
  });
}

async function namesOf(tx: FacilityTx, { facilityId, personId }: { facilityId: string; personId: string }) {
  const [facility, person] = await Promise.all([
    tx.selectFrom('facility').select('name').where('id', '=', facilityId).executeTakeFirstOrThrow(),
    tx.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirstOrThrow(),
  ]);
  return { facility: facility.name, name: person.name };
}
