import { unzipSync, zipSync } from 'fflate';

export const unpackLimits = { packedBytes: 20 * 1024 * 1024, entries: 500, unpackedBytes: 60 * 1024 * 1024 } as const;

export type UnpackFault = 'file-too-large' | 'file-too-many-parts' | 'file-unpacks-too-large' | 'file-broken';

class OverLimit extends Error {
  readonly fault: UnpackFault;

  constructor(fault: UnpackFault) {
    super(fault);
    this.fault = fault;
  }
}

/** The XML parts of an Office file by path. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** The parts of an Office file. Every part is unpacked into a buffer of its declared size, never more. */
export function unpackedWithinLimits(bytes: Uint8Array): Parts | UnpackFault {
  if (bytes.byteLength > unpackLimits.packedBytes) return 'file-too-large';
  try {
    return unzipSync(bytes, { filter: countingFilter() });
  } catch (cause) {
    return cause instanceof OverLimit ? cause.fault : 'file-broken';
  }
}

/** Parts packed without compression, so that what reads them cannot be made to unpack more than was counted. */
export function packed(parts: Parts): ArrayBuffer {
  return Uint8Array.from(zipSync(parts, { level: 0 })).buffer;
}

function countingFilter(): (entry: { name: string; originalSize: number }) => boolean {
  let entries = 0;
  let unpacked = 0;
  return ({ name, originalSize }) => {
    entries += 1;
    if (entries > unpackLimits.entries) throw new OverLimit('file-too-many-parts');
    if (!name.endsWith('.xml') && !name.endsWith('.rels')) return false;
    unpacked += originalSize;
    if (unpacked > unpackLimits.unpackedBytes) throw new OverLimit('file-unpacks-too-large');
    return true;
  };
}
