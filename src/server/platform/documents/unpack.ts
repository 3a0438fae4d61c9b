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

/**
 * The XML parts of an Office file, packed again without compression, so that what reads it cannot be made to unpack more
 * than was counted here. Every part is unpacked into a buffer of its declared size, never more.
 */
export function unpackedWithinLimits(bytes: Uint8Array): ArrayBuffer | UnpackFault {
  if (bytes.byteLength > unpackLimits.packedBytes) return 'file-too-large';
  try {
    const parts = unzipSync(bytes, { filter: countingFilter() });
    return Uint8Array.from(zipSync(parts, { level: 0 })).buffer;
  } catch (cause) {
    return cause instanceof OverLimit ? cause.fault : 'file-broken';
  }
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
