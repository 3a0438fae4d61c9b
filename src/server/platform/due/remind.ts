import { type Kysely, sql } from 'kysely';
import type { Role } from '#core/identity/role.ts';
import { type Due, type DueKind, dueState, isNobodys, isTimeToRemind, nextReminder } from '#core/kernel/due.ts';
import { dueLetter } from '#core/kernel/due-letter.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { recordActivity } from '../activity/record-activity.ts';
import type { Tables } from '../database/tables.ts';
import { inFacility } from '../database/transaction.ts';
import { enqueueAll } from '../jobs/enqueue.ts';
import { facilityName } from '../mail/facility-name.ts';
import type { Outbox } from '../mail/outbox.ts';
import { tellByMail } from '../mail/post-mail.ts';
import type { DuePlace, DueSource } from './due-source.ts';
import { joinedWith } from './joined-letter.ts';

type Reminded = {
  readonly facilityId: string;
  readonly kind: DueKind;
  readonly subject: string;
  /** Who is told of what is nobody's, before those who are told by role. */
  readonly personId?: string | undefined;
};
type Desk = {
  readonly db: Kysely<Tables>;
  readonly outbox: Outbox | undefined;
  readonly sources: readonly DueSource[];
  readonly now: Date;
};

/** What is reminded of. */
export type Reminder = Pick<Due, 'kind' | 'id' | 'dueOn'>;

const jobOf = ({ facilityId, now }: DuePlace, { kind, id, dueOn }: Reminder, personId?: string) => {
  const runAt = nextReminder(dueOn, now);
  const payload: Reminded = { facilityId, kind, subject: id, personId };
  return runAt ? [{ payload, onlyOne: `due.remind ${facilityId} ${kind} ${id}`, runAt }] : [];
};

/**
 * Asks for the next reminder of each of these: one job, which a later asking for the same replaces. Whose it is, and else who is told
 * by role, is found when it runs. Nothing is asked for once both reminders have passed.
 */
export async function askToRemindAll(place: DuePlace, reminders: readonly Reminder[]): Promise<void> {
  const jobs = reminders.flatMap((reminder) => jobOf(place, reminder));
  if (jobs.length > 0) await enqueueAll(place.tx, 'due.remind', jobs);
}

/** Asks for the next reminder of something due; where a person is named and it is nobody's, that person is told while still there. */
export async function askToRemind(place: DuePlace, reminder: Reminder, personId?: string): Promise<void> {
  const jobs = jobOf(place, reminder, personId);
  if (jobs.length > 0) await enqueueAll(place.tx, 'due.remind', jobs);
}

/** Reminds whoever has it of what is still to be done, or where that is nobody whoever is told by role; not before its time. */
export async function remind({ db, outbox, sources, now }: Desk, reminded: Reminded): Promise<void> {
  const { facilityId } = reminded;
  const source = sources.find((one) => one.kind === reminded.kind);
  if (!source) return;
  for (const personId of await mayEnter(db, source, reminded)) {
    const entered = await inFacility(db, { facilityId, personId, now }, async (tx) => {
      await remindIn({ tx, facilityId, personId, now }, { source, reminded, outbox });
      return true;
    });
    if (entered) return;
  }
}

/** In whose name the facility is entered; whoever has left does not come in. */
async function mayEnter(db: Kysely<Tables>, { toldTo }: DueSource, { facilityId, personId }: Reminded) {
  const roles = [...toldTo, 'facility-administrator'];
  const { rows } = await sql<{ id: string }>`select members_with(${facilityId}, ${roles}::text[]) as id`.execute(db);
  return [...(personId === undefined ? [] : [personId]), ...rows.map(({ id }) => id)];
}

type Telling = { readonly source: DueSource; readonly reminded: Reminded; readonly outbox: Outbox | undefined };

async function remindIn(place: ActPlace, { source, reminded, outbox }: Telling): Promise<void> {
  const { tx, facilityId, now } = place;
  const { kind, subject, personId } = reminded;
  const due = await source.find(place, subject);
  // Jobs of former versions name whose it was then; whoever has it now has a job too.
  if (!due || (!isNobodys(due) && personId !== undefined && due.owner?.id !== personId)) return;
  await askToRemind(place, due, personId);
  if (!isTimeToRemind(due.dueOn, now)) return;
  const late = dueState(due.dueOn, dayInJapan(now)) === 'late';
  const told = await findTold(place, source, isNobodys(due) ? personId : due.owner?.id);
  const actor = { ...place, personId: told[0]?.id ?? place.personId };
  if (late && source.overdue) await recordActivity(actor, source.overdue, subject, { kind, dueOn: due.dueOn });
  const facility = await facilityName(tx, facilityId);
  const joined = personId === undefined ? await joinedWith(place, source, due) : undefined;
  for (const { id, name } of told) {
    const letter = dueLetter({ facility, name, facilityId, due, late, personId: id, count: joined?.count ?? 1 });
    const [to, from] = [{ personId: id }, { facilityId }];
    const posting = { kind: late ? 'due-passed' : 'due-soon', letter, to, from, now } as const;
    await tellByMail(tx, outbox, joined ? { ...posting, about: joined.about, once: true } : posting);
  }
}

type ActPlace = DuePlace & { readonly personId: string };

/** Of the members who may read it: the one whose it is, else those who hold the first of its roles that anybody holds. */
async function findTold({ tx, facilityId }: DuePlace, { mayRead, toldTo }: DueSource, personId?: string) {
  const rows = await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.name', 'member.roles'])
    .where('member.facility_id', '=', facilityId)
    .where(sql<boolean>`(person.id = ${personId ?? null} or member.roles && ${toldTo}::text[])`)
    .orderBy('person.id')
    .execute();
  const readers = rows.filter(({ roles }) => mayRead(roles as readonly Role[]));
  const named = readers.filter(({ id }) => id === personId);
  const role = toldTo.find((one) => readers.some(({ roles }) => roles.includes(one)));
  return named.length > 0 ? named : readers.filter(({ roles }) => role !== undefined && roles.includes(role));
}
