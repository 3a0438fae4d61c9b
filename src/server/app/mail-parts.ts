import { hkdfSync } from 'node:crypto';
import { secretBox } from '../identity/index.ts';
import { type Carrier, smtpCarrier } from '../platform/mail/carrier.ts';
import { type Outbox, openOutbox } from '../platform/mail/outbox.ts';
import type { Settings } from './settings.ts';

export type MailParts = { readonly outbox: Outbox; readonly carrier: Carrier };

const keyLength = 32;
const derived = (key: Buffer, use: string) => Buffer.from(hkdfSync('sha256', key, '', `mamori mail ${use}`, keyLength));

/** The outbox under keys derived from that of the second factor: there is one key to keep. */
export const outboxUnder = (key: Buffer): Outbox =>
  openOutbox({ box: secretBox(derived(key, 'letters')), key: derived(key, 'recipients') });

/** What letters need; undefined where no mail is set up. */
export const mailParts = ({ smtp }: Settings, key: Buffer): MailParts | undefined =>
  smtp && { outbox: outboxUnder(key), carrier: smtpCarrier(smtp) };
