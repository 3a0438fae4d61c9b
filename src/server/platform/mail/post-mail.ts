import { randomUUID } from 'node:crypto';
import { lately } from '#core/kernel/clock.ts';
import type { Letter } from '#core/kernel/letter.ts';
import {
  type AskedMail,
  type MailKind,
  mailWindowMs,
  mayPost,
  type NoticeKind,
  sendersKinds,
} from '#core/kernel/mail.ts';
import { refused } from '../http/refusal.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { insertMail, isPosted, type PostingTx, postedBetween, type Sender, senderOf } from './mail-repository.ts';
import type { Outbox } from './outbox.ts';

type Posting<Kind extends MailKind> = {
  readonly kind: Kind;
  readonly letter: Letter;
  /** To a person at the registered address, or to an address somebody typed. */
  readonly to: { readonly personId: string } | { readonly address: string };
  /** In whose name; null in the installation's. */
  readonly from: Sender | null;
  /** Id of what it is about, by which its state is found again. */
  readonly about?: string;
  /** Whether it is not posted where one of its kind about the same was posted to the same recipient before. */
  readonly once?: boolean;
  readonly now: Date;
  /** After this it is of no use to the reader. */
  readonly until?: Date;
};

const longestTryMs = 24 * 60 * 60 * 1000;
const countsAgainstSender = (kind: MailKind) => sendersKinds.some((counted) => counted === kind);

const placeOf = (from: Sender) => ('facilityId' in from ? from.facilityId : from.organisationId);

function giveUpAt({ now, until }: Posting<MailKind>): Date {
  const longest = new Date(now.getTime() + longestTryMs);
  return until && until < longest ? until : longest;
}

const recipientOf = (outbox: Outbox, to: Posting<MailKind>['to']): Buffer =>
  outbox.digest('personId' in to ? `person ${to.personId}` : `address ${to.address}`);

/** Puts a letter into the outbox where the hourly numbers allow it; sealed, and sent once the transaction is committed. */
async function put(tx: PostingTx, outbox: Outbox, posting: Posting<MailKind>): Promise<boolean> {
  const { kind, letter, to, from, about = null, once = false, now } = posting;
  const recipient = recipientOf(outbox, to);
  const placeId = from && countsAgainstSender(kind) ? placeOf(from) : null;
  const counted = { recipient, kind, placeId, counted: sendersKinds, ...lately(now, mailWindowMs) };
  const posted = await postedBetween(tx, counted);
  if (!mayPost(posted)) return false;
  if (once && (await isPosted(tx, { recipient, kind, about }))) return false;
  const id = randomUUID();
  await insertMail(tx, {
    id,
    kind,
    ...(from && senderOf(from)),
    person_id: 'personId' in to ? to.personId : null,
    subject: about,
    recipient,
    sealed: outbox.seal(JSON.stringify({ letter, ...('address' in to && { address: to.address }) })),
    posted_at: now,
    give_up_at: giveUpAt(posting),
  });
  await enqueue(tx, 'mail.send', { mailId: id });
  return true;
}

/** Posts a letter somebody asked to be sent; refused where no mail is set up or too much was sent. */
export async function postMail(tx: PostingTx, outbox: Outbox | undefined, posting: Posting<AskedMail>): Promise<void> {
  if (!outbox) throw refused('mail/not-set-up');
  if (!(await put(tx, outbox, posting))) throw refused('mail/too-many');
}

/** Tells a person something by mail where that is set up; what it tells of is done in any case. */
export async function tellByMail(
  tx: PostingTx,
  outbox: Outbox | undefined,
  posting: Posting<NoticeKind>,
): Promise<void> {
  if (outbox) await put(tx, outbox, posting);
}
