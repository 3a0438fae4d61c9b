import type { FacilityTx } from '../database/transaction.ts';

export const chunkSize = 256 * 1024;

export type FileKey = { readonly facilityId: string; readonly fileId: string };

export async function saveChunk(tx: FacilityTx, { facilityId, fileId }: FileKey, seq: number, bytes: Buffer) {
  await tx.insertInto('file_chunk').values({ facility_id: facilityId, file_id: fileId, seq, bytes }).execute();
}

/** Up to `count` chunks from `seq` on, in order. */
export async function readChunks(
  tx: FacilityTx,
  { facilityId, fileId }: FileKey,
  seq: number,
  count: number,
): Promise<Buffer[]> {
  const rows = await tx
    .selectFrom('file_chunk')
    .select('bytes')
    .where('facility_id', '=', facilityId)
    .where('file_id', '=', fileId)
    .where('seq', '>=', seq)
    .where('seq', '<', seq + count)
    .orderBy('seq')
    .execute();
  return rows.map(({ bytes }) => bytes);
}

/** The bytes at a place of a file that may still be being written. */
export async function readBytes(tx: FacilityTx, key: FileKey, offset: number, length: number): Promise<Buffer> {
  const seq = Math.floor(offset / chunkSize);
  const end = Math.ceil((offset + length) / chunkSize);
  const bytes = Buffer.concat(await readChunks(tx, key, seq, end - seq));
  const at = offset - seq * chunkSize;
  return bytes.subarray(at, at + length);
}

export async function saveFile(
  tx: FacilityTx,
  { facilityId, fileId }: FileKey,
  file: { readonly mediaType: string; readonly size: number; readonly sha256: Buffer; readonly at: Date },
) {
  const { mediaType, size, sha256, at } = file;
  await tx
    .insertInto('file')
    .values({ facility_id: facilityId, id: fileId, media_type: mediaType, size, sha256, created_at: at })
    .execute();
}
