import { ReadableStream } from 'node:stream/web';
import type { RequestContext } from '../http/context.ts';
import { readChunks } from './repository.ts';

const chunksAtOnce = 4;

/**
 * The bytes of a stored file. Every pull enters the facility anew, so that a slow receiver keeps no database connection
 * and one whose membership ends gets no further.
 */
export function fileStream(inFacility: RequestContext['inFacility'], fileId: string): ReadableStream<Uint8Array> {
  let seq = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunks = await inFacility(({ tx, facilityId }) =>
        readChunks(tx, { facilityId, fileId }, seq, chunksAtOnce),
      );
      for (const chunk of chunks) controller.enqueue(chunk);
      if (chunks.length < chunksAtOnce) controller.close();
      seq += chunks.length;
    },
  });
}
