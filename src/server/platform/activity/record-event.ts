import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { OrganisationAct } from '#core/kernel/organisation-act.ts';
import type { Tables } from '../database/tables.ts';
import type { OrganisationTx, SystemTx } from '../database/transaction.ts';

export type EventDetail = Readonly<Record<string, string | number | boolean | null>>;
type EventTx = Transaction<Pick<Tables, 'system_event'>>;
type Recorded<Act extends string> = {
  readonly act: Act;
  readonly subject: string;
  /** The time of the transaction where none is given. */
  readonly at?: Date;
  /** Who did it; null where nobody is known by name, as of a try to sign in. */
  readonly actor: string | null;
  readonly detail?: EventDetail;
};

/** Appends one act above the facilities, in the act's own transaction: ids, codes and counts only, never names or free text. */
export async function recordEvent<Act extends string>(tx: EventTx, { detail, ...event }: Recorded<Act>): Promise<void> {
  await tx
    .insertInto('system_event')
    .values({ id: randomUUID(), ...event, detail: detail ? JSON.stringify(detail) : null })
    .execute();
}

type Place = {
  readonly tx: OrganisationTx | SystemTx;
  readonly organisationId: string;
  readonly personId: string;
  readonly now: Date;
};

/** Appends one act inside an organisation, or of the system administrator about it, to the trail the organisation reads. */
export const recordOrganisationEvent = (
  { tx, organisationId, personId, now }: Place,
  act: OrganisationAct,
  detail: EventDetail = {},
): Promise<void> => recordEvent(tx as EventTx, { act, subject: organisationId, at: now, actor: personId, detail });
