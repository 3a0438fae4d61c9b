import { type ReadableStream, TransformStream, type WritableStreamDefaultWriter } from 'node:stream/web';
import type { Logger } from 'pino';
import { refused } from '../http/refusal.ts';
import { takenInTime } from './taken-in-time.ts';
import { writeZip } from './write-zip.ts';

/** Whoever takes nothing for so long is let go, and what is held for it with it. */
const stallMs = 60_000;

type ZipWriter = ReturnType<typeof writeZip>;

type ZipWork<Ready> = {
  readonly now: Date;
  /** What has to go well before anything is answered. */
  readonly prepare: () => Promise<Ready>;
  readonly write: (zip: ZipWriter, ready: Ready) => Promise<void>;
};

async function writtenTo<Ready>(
  writer: WritableStreamDefaultWriter<Uint8Array>,
  { now, write }: ZipWork<Ready>,
  ready: Ready,
): Promise<void> {
  const zip = writeZip((piece) => takenInTime(writer.write(piece), stallMs), now);
  await write(zip, ready);
  await zip.end();
  await writer.close();
}

/**
 * Hands out archives that are written while they are taken: no part of one is kept anywhere. Only so many are under way at a time,
 * for each holds a receiver's pace; the next is refused as `try-later`. One that fails ends without its directory, as no archive.
 */
export function handOutZips({ most, log }: { readonly most: number; readonly log: Logger }) {
  let open = 0;
  const leave = () => {
    open -= 1;
  };
  return async <Ready>(work: ZipWork<Ready>): Promise<ReadableStream<Uint8Array>> => {
    if (open >= most) throw refused('try-later');
    open += 1;
    const ready = await work.prepare().catch((error) => {
      leave();
      throw error;
    });
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const failed = async (err: unknown) => {
      log.warn({ err }, 'an archive was not handed out to its end');
      await writer.abort(err).catch(() => undefined);
    };
    void writtenTo(writer, work, ready).catch(failed).finally(leave);
    return readable;
  };
}

/** How an archive of this name is answered. */
export const zipHeaders = (plainName: string, name: string) => ({
  'Content-Type': 'application/zip',
  'Content-Disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  'Cache-Control': 'private, no-store',
});
