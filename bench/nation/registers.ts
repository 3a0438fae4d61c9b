import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { madeRegister, publicListShape } from '../../src/server/organisation/testing/made-register.ts';
import { registerAtHand } from '../../src/server/organisation/testing/register-at-hand.ts';
import type { Scale } from './scale.ts';

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

function made({ rows }: Scale): Buffer<ArrayBuffer> {
  const { rows: all, repeats, privateUse } = publicListShape;
  const share = (count: number) => Math.max(1, Math.round((count * rows) / all));
  return Buffer.from(
    madeRegister({ ...publicListShape, rows, repeats: share(repeats), privateUse: share(privateUse) }),
  );
}

/** The register of a scale: for the whole country the one MAMORI_REGISTER names where it lies at hand, else a made one. */
export async function registerOf(scale: Scale): Promise<Buffer<ArrayBuffer>> {
  if (scale.rows !== publicListShape.rows || !process.env.MAMORI_REGISTER) return made(scale);
  const { path } = await registerAtHand();
  const bytes = Buffer.from(await readFile(path));
  return isGzip(bytes) ? Buffer.from(gunzipSync(bytes)) : bytes;
}
