import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { madeRegister } from './made-register.ts';

export type RegisterAtHand = { readonly path: string; remove(): Promise<void> };

/** The register MAMORI_REGISTER names where it lies at hand, else a made one of the same shape. */
export async function registerAtHand(): Promise<RegisterAtHand> {
  const real = process.env.MAMORI_REGISTER;
  if (real) return { path: real, remove: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'mamori-made-register-'));
  const path = join(folder, 'register.csv.gz');
  await writeFile(path, gzipSync(madeRegister()));
  return { path, remove: () => rm(folder, { recursive: true }) };
}
