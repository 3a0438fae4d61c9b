import { createHmac } from 'node:crypto';

type Box = { seal(plain: string): Buffer; open(sealed: Buffer): string };

/** Where letters wait to be sent. There is one only where an SMTP server is set. */
export type Outbox = Box & {
  /** Of an address or a person: equal for equals, and without the key nothing can be guessed from it. */
  digest(text: string): Buffer;
};

/** An outbox whose letters are sealed by the box; the key (32 bytes) is used for digests. */
export function openOutbox({ box, key }: { readonly box: Box; readonly key: Buffer }): Outbox {
  return {
    seal: (plain) => box.seal(plain),
    open: (sealed) => box.open(sealed),
    digest: (text) => createHmac('sha256', key).update(text).digest(),
  };
}
