/** Bytes of a stored file by their place; fewer than asked for at its end. */
export type StoredBytes = {
  readonly size: number;
  read(offset: number, length: number): Promise<Buffer>;
};

type Directory = { readonly offset: number; readonly length: number };
type Entry = { readonly offset: number; readonly packedSize: number };

const localSignature = Buffer.from('PK\x03\x04', 'latin1');
const entrySignature = Buffer.from('PK\x01\x02', 'latin1');
const endSignature = Buffer.from('PK\x05\x06', 'latin1');
const entryLength = 46;
const endLength = 22;
const longestComment = 0xffff;
const largestDirectory = 1024 * 1024;

/** Whether the bytes begin as a ZIP archive. */
export const beginsAsArchive = (head: Buffer) => head.subarray(0, 4).equals(localSignature);

/** Where the directory of a ZIP archive stands, read from the end as unpacking programs do; undefined where it is none. */
export async function archiveDirectory({ size, read }: StoredBytes): Promise<Directory | undefined> {
  const length = Math.min(size, endLength + longestComment);
  const tail = await read(size - length, length);
  for (let at = tail.lastIndexOf(endSignature); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(endSignature, at - 1)) {
    if (at + endLength > tail.length || at + endLength + tail.readUInt16LE(at + 20) !== tail.length) continue;
    return { length: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
  }
  return undefined;
}

function entryIn(directory: Buffer, wanted: string): Entry | undefined {
  for (let at = 0; at + entryLength <= directory.length; ) {
    if (!directory.subarray(at, at + 4).equals(entrySignature)) return undefined;
    const nameEnd = at + entryLength + directory.readUInt16LE(at + 28);
    if (directory.toString('utf8', at + entryLength, nameEnd) === wanted) {
      return { packedSize: directory.readUInt32LE(at + 20), offset: directory.readUInt32LE(at + 42) };
    }
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return undefined;
}

/** The entry of this name, from its local header on and with what may follow it; undefined without one or over the limit. */
export async function archiveEntry(stored: StoredBytes, name: string, limit: number): Promise<Buffer | undefined> {
  const directory = await archiveDirectory(stored);
  if (!directory || directory.length > largestDirectory) return undefined;
  const entry = entryIn(await stored.read(directory.offset, directory.length), name);
  if (!entry || entry.packedSize > limit) return undefined;
  return stored.read(entry.offset, entry.packedSize + headerSlack);
}

/** Room for the local header, its name and extra fields, and a descriptor behind the content. */
const headerSlack = 4096;
