import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export type ZipEntry = {
  readonly name: string;
  /** Bytes that are packed in themselves, as pictures and Office files are, are taken as they come. */
  readonly packed?: boolean;
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

/** Beyond these an archive would need the form of ZIP64, which is not written here. */
const formEnds = { bytes: 0xffff_ffff, entries: 0xffff };

/**
 * Writes a ZIP archive entry by entry. Every piece is waited for until it is taken, so that no more of the archive is held than
 * one piece; an archive that would become too large for its form fails instead of being handed out broken.
 */
export function writeZip(take: (piece: Uint8Array) => Promise<void>, at: Date, largest = formEnds) {
  const made: Uint8Array[] = [];
  let [entries, bytes] = [0, 0];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    made.push(piece);
  });
  const handOver = async () => {
    for (const piece of made.splice(0)) {
      bytes += piece.length;
      if (bytes > largest.bytes) throw new Error('the archive is too large for its form');
      await take(piece);
    }
  };
  return {
    async add({ name, packed = false, bytes: content }: ZipEntry): Promise<void> {
      entries += 1;
      if (entries > largest.entries) throw new Error('the archive has too many entries for its form');
      const entry = packed ? new ZipPassThrough(name) : new ZipDeflate(name);
      entry.mtime = at;
      zip.add(entry);
      for await (const part of content) {
        entry.push(part);
        await handOver();
      }
      entry.push(new Uint8Array(), true);
      await handOver();
    },
    async end(): Promise<void> {
      zip.end();
      await handOver();
    },
  };
}
