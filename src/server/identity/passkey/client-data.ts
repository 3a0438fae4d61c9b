import { z } from 'zod';

const shape = z.object({
  challenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
});

/** What the browser says of the page a passkey was used on; undefined where that cannot be read. */
export function clientDataOf(clientDataJSON: string) {
  try {
    const read = shape.parse(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')));
    return { ...read, challenge: Buffer.from(read.challenge, 'base64url') };
  } catch {
    return undefined;
  }
}
export type ClientData = NonNullable<ReturnType<typeof clientDataOf>>;

/** Whether the page was one of ours, and not within a page of somebody else. */
export const isFrom = (origin: string, told: ClientData) => told.origin === origin && told.crossOrigin !== true;
