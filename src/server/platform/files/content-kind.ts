import { fileTypeFromBuffer } from 'file-type';
import { archiveDirectory, archiveEntry, beginsAsArchive, type StoredBytes } from './archive.ts';

/** What a ZIP archive is until its directory at the end has been read. */
export const archive = 'application/zip';

const largestContentTypes = 1024 * 1024;

/** Bytes made to confuse the detector are bytes of no known kind. */
const detected = async (bytes: Uint8Array) => (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;

/** Media type by the first bytes of a file; undefined where nothing known begins so. */
export async function kindByHead(head: Buffer): Promise<string | undefined> {
  return beginsAsArchive(head) ? archive : detected(head);
}

/**
 * Media type of a whole file, given what its head says. An archive is what the list of content types inside says it is
 * (Office Open XML); undefined for any other archive, and for a file that is an archive as well as what its head says.
 */
export async function kindByWhole(byHead: string, stored: StoredBytes): Promise<string | undefined> {
  if (byHead !== archive) return (await archiveDirectory(stored)) ? undefined : byHead;
  const contentTypes = await archiveEntry(stored, '[Content_Types].xml', largestContentTypes);
  if (!contentTypes || !beginsAsArchive(contentTypes)) return undefined;
  const kind = await detected(contentTypes);
  return kind === archive ? undefined : kind;
}
