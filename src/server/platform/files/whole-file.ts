import type { RequestContext } from '../http/context.ts';
import { fileStream } from './file-stream.ts';

/** A stored file by its id, and how many bytes it has. */
export type StoredFile = { readonly fileId: string; readonly size: number };

/** The bytes of a file, entering the facility anew for each part; fails where the file is gone meanwhile. */
export async function* wholeFile(
  inFacility: RequestContext['inFacility'],
  { fileId, size }: StoredFile,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const part of fileStream(inFacility, fileId)) {
    read += part.length;
    yield part;
  }
  if (read !== size) throw new Error('a file of the archive is gone');
}
