import { createHash, randomUUID } from 'node:crypto';
import type { FacilityContext } from '../http/context.ts';
import { archive, kindByHead, kindByWhole } from './content-kind.ts';
import { inChunks } from './in-chunks.ts';
import { chunkSize, type FileKey, readBytes, saveChunk, saveFile } from './repository.ts';

type Store = Pick<FacilityContext, 'tx' | 'facilityId' | 'now'>;
type Accepts = (mediaType: string) => boolean;

export type StoredFile = { readonly id: string; readonly mediaType: string; readonly size: number };

/** Why a file is not kept; the transaction it was written in must not be committed. */
export class FileRefusal extends Error {
  readonly reason: 'empty' | 'kind-not-allowed';
  constructor(reason: FileRefusal['reason']) {
    super(reason);
    this.reason = reason;
  }
}

async function headKind(head: Buffer, accepts: Accepts): Promise<string> {
  const kind = await kindByHead(head);
  if (!kind || (kind !== archive && !accepts(kind))) throw new FileRefusal('kind-not-allowed');
  return kind;
}

async function saveChunks(tx: Store['tx'], key: FileKey, source: AsyncIterable<Uint8Array>, accepts: Accepts) {
  const hash = createHash('sha256');
  let byHead: string | undefined;
  let [size, seq] = [0, 0];
  for await (const bytes of inChunks(source, chunkSize)) {
    byHead ??= await headKind(bytes, accepts);
    hash.update(bytes);
    await saveChunk(tx, key, seq, bytes);
    size += bytes.length;
    seq += 1;
  }
  if (byHead === undefined) throw new FileRefusal('empty');
  return { byHead, size, sha256: hash.digest() };
}

/**
 * Writes a file as it comes in, chunk by chunk, and finds out from its bytes what it is. Rejects with `FileRefusal`
 * where it is empty or of a kind not accepted: at its first bytes where they say so, at the end otherwise.
 */
export async function storeFile(
  { tx, facilityId, now }: Store,
  source: AsyncIterable<Uint8Array>,
  accepts: Accepts,
): Promise<StoredFile> {
  const key = { facilityId, fileId: randomUUID() };
  const { byHead, size, sha256 } = await saveChunks(tx, key, source, accepts);
  const read = (offset: number, length: number) => readBytes(tx, key, offset, length);
  const mediaType = await kindByWhole(byHead, { size, read });
  if (!mediaType || !accepts(mediaType)) throw new FileRefusal('kind-not-allowed');
  await saveFile(tx, key, { mediaType, size, sha256, at: now });
  return { id: key.fileId, mediaType, size };
}
