import { type Insertable, sql, type Transaction } from 'kysely';
import { removedBefore } from '#core/kernel/kept-days.ts';
import type { MailKind, Posted } from '#core/kernel/mail.ts';
import type { MailTables } from '../database/system-tables.ts';
import type { Tables } from '../database/tables.ts';
import type { FacilityTx, OrganisationTx, PersonTx, SystemTx } from '../database/transaction.ts';

export type PostingTx = FacilityTx | OrganisationTx | PersonTx | SystemTx;
/** In whose name a letter goes, beside the installation's. */
export type Sender = { readonly facilityId: string } | { readonly organisationId: string };
type MailTx = Transaction<Pick<Tables, 'mail'>>;

export const senderOf = (from: Sender) =>
  'facilityId' in from ? { facility_id: from.facilityId } : { organisation_id: from.organisationId };

const sweptAtOnce = 100;

type Counted = {
  readonly recipient: Buffer;
  readonly kind: MailKind;
  /** The facility or organisation whose letters of the counted kinds are counted; null counts none. */
  readonly placeId: string | null;
  readonly counted: readonly MailKind[];
  readonly since: Date;
  readonly latest: Date;
};

/** What was posted between two times, held until the transaction ends, so that two who post at once cannot both be the last. */
export async function postedBetween(tx: PostingTx, of: Counted): Promise<Posted> {
  const { rows } = await sql<{ to_recipient: number; from_place: number }>`
    select * from mail_posted_between(
      ${of.recipient}, ${of.kind}, ${of.placeId}::uuid, ${[...of.counted]}::text[], ${of.since}, ${of.latest})`.execute(
    tx,
  );
  return { toRecipient: rows[0]?.to_recipient ?? 0, fromPlace: rows[0]?.from_place ?? 0 };
}

/** Whether a letter of a kind about something was posted to a recipient, as far as letters are kept. */
export async function isPosted(tx: MailTx, of: { recipient: Buffer; kind: MailKind; about: string | null }) {
  const posted = tx.selectFrom('mail').select('id').where('subject', '=', of.about).where('kind', '=', of.kind);
  return (await posted.where('recipient', '=', of.recipient).limit(1).execute()).length > 0;
}

export const insertMail = (tx: MailTx, row: Insertable<MailTables['mail']>) =>
  tx.insertInto('mail').values(row).execute();

/** Takes a letter in hand for one more try; undefined where it waits no more. */
export const takeMail = (tx: SystemTx, id: string) =>
  tx
    .updateTable('mail')
    .set((mail) => ({ tries: mail('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning(['kind', 'person_id', 'sealed', 'posted_at', 'give_up_at'])
    .executeTakeFirst();

export type Settled = 'sent' | 'failed' | 'withdrawn';

/** Ends a letter that waits; what it said and whom it went to is gone. */
export const settleMail = (tx: MailTx, id: string, state: Settled, at: Date) =>
  tx
    .updateTable('mail')
    .set({ state, sealed: null, settled_at: at })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();

/** Withdraws what still waits of a facility or organisation about something. */
export const withdrawMail = (
  tx: MailTx,
  of: { readonly from: Sender; readonly kind: MailKind; readonly about?: string; readonly at: Date },
) =>
  tx
    .updateTable('mail')
    .set({ state: 'withdrawn', sealed: null, settled_at: of.at })
    .where(({ and }) => and(senderOf(of.from)))
    .where('kind', '=', of.kind)
    .where('state', '=', 'waiting')
    .$if(of.about !== undefined, (mail) => mail.where('subject', '=', of.about ?? null))
    .execute();

/** The registered address, and whether the person wants letters about work. */
export const findReader = (tx: SystemTx, personId: string) =>
  tx
    .selectFrom('person_secret')
    .leftJoin('notice_choice', 'notice_choice.person_id', 'person_secret.person_id')
    .select(['person_secret.email', 'notice_choice.work'])
    .where('person_secret.person_id', '=', personId)
    .executeTakeFirst();

/** Removes letters that were kept as long as letters are; tells how many. */
export async function purgeMail(tx: SystemTx, now: Date): Promise<number> {
  const old = await tx
    .deleteFrom('mail')
    .where('id', 'in', (mail) =>
      mail
        .selectFrom('mail')
        .select('id')
        .where('posted_at', '<', removedBefore('mail', now))
        .orderBy('posted_at')
        .limit(sweptAtOnce),
    )
    .executeTakeFirst();
  return Number(old.numDeletedRows);
}
