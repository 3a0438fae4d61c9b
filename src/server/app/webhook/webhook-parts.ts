import { hkdfSync, randomBytes } from 'node:crypto';
import { type SecretBox, secretBox } from '../../identity/index.ts';

/** What telling receivers needs. */
export type WebhookParts = {
  /** Hosts, with their port where it is not the usual one, that may be sent to; empty where nothing is sent at all. */
  readonly hosts: readonly string[];
  /** Keeps the secrets signatures are made with. */
  readonly box: SecretBox;
};

const keyLength = 32;
const secretLength = 32;

/** Secrets are sealed under a key derived from that of the second factor: there is one key to keep. */
export const webhookParts = (hosts: readonly string[], key: Buffer): WebhookParts => ({
  hosts,
  box: secretBox(Buffer.from(hkdfSync('sha256', key, '', 'mamori webhook secrets', keyLength))),
});

/** A fresh secret, in the form of Standard Webhooks. */
export const newSecret = (): string => `whsec_${randomBytes(secretLength).toString('base64')}`;
