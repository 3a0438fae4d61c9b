import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, Encrypter } from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase, type FreshDatabase } from '../database/testing/fresh-database.ts';
import { restoreBackup, verifyBackup } from './restore-backup.ts';
import { allRows, filledDatabase } from './testing/filled-database.ts';
import { writeBackup } from './write-backup.ts';

const passphrase = 'うみのちかくのびょういん horse';
/** Bytes of a sealed chunk: 64 KiB and the tag. */
const chunk = 65_536 + 16;

let folder: string;
let whole: string;
let other: string;
let source: FreshDatabase;
/** The same inside under a seal that is cheaper to try: how dear a passphrase is to guess changes nothing of what is altered. */
let bytes: Buffer;
/** Where the chunks begin: behind the line of the header's tag and the nonce. */
let body: number;

async function resealed(file: Buffer): Promise<Buffer> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(10);
  encrypter.setPassphrase(passphrase);
  return Buffer.from(await encrypter.encrypt(await decrypter.decrypt(file)));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealed-'));
  whole = join(folder, 'whole');
  other = join(folder, 'other');
  source = await filledDatabase(3);
  await writeBackup({
    owner: source.owner,
    file: whole,
    passphrase,
    product: '0.1.0',
    secrets: { secondFactor: 'key' },
  });
  bytes = await resealed(await readFile(whole));
  body = bytes.indexOf('\n', bytes.indexOf('\n--- ') + 1) + 1 + 16;
});
afterAll(async () => {
  await source.drop();
  await rm(folder, { recursive: true, force: true });
});

const chunkAt = (number: number) => bytes.subarray(body + number * chunk, body + (number + 1) * chunk);
const flipped = (at: number) => {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
};

test('nothing of an encrypted backup can be read, and with its passphrase everything comes back', async () => {
  const sealed = await readFile(whole);
  expect(sealed.subarray(0, sealed.indexOf('\n', 30)).toString()).toMatch(
    /^age-encryption\.org\/v1\n-> scrypt \S+ 18$/,
  );
  expect(bytes.length).toBeGreaterThan(body + 4 * chunk);
  const target = await emptyDatabase();
  await restoreBackup({ owner: target.owner, file: whole, passphrase, replace: false, say: () => undefined });
  expect(await allRows(target)).toEqual(await allRows(source));
  await target.drop();
}, 240_000);

test('another passphrase is refused and told so', async () => {
  await expect(verifyBackup(whole, `${passphrase}.`)).rejects.toThrow('合言葉が違います');
}, 240_000);

test('the cheaper seal opens as long as nothing is altered', async () => {
  await writeFile(other, bytes);
  await verifyBackup(other, passphrase);
});

test.each<[string, () => Buffer]>([
  ['one bit in the salt', () => flipped(bytes.indexOf('scrypt ') + 8)],
  ['one bit in the sealed key', () => flipped(bytes.indexOf('\n', bytes.indexOf('scrypt ')) + 5)],
  ['one bit in the tag of the header', () => flipped(bytes.indexOf('\n--- ') + 8)],
  ['one bit in the nonce', () => flipped(body - 1)],
  ['one bit in the first chunk', () => flipped(body)],
  ['one bit in the last', () => flipped(bytes.length - 1)],
  [
    'two chunks exchanged',
    () => Buffer.concat([bytes.subarray(0, body), chunkAt(1), chunkAt(0), bytes.subarray(body + 2 * chunk)]),
  ],
  ['a chunk twice', () => Buffer.concat([bytes.subarray(0, body + chunk), chunkAt(0), bytes.subarray(body + chunk)])],
  ['a chunk left out', () => Buffer.concat([bytes.subarray(0, body), bytes.subarray(body + chunk)])],
  ['an end at the edge of a chunk', () => bytes.subarray(0, body + 2 * chunk)],
  ['an end within a chunk', () => bytes.subarray(0, body + chunk + 100)],
  ['an end within the header', () => bytes.subarray(0, body - 30)],
  ['more behind the end', () => Buffer.concat([bytes, Buffer.from('x')])],
])(
  '%s is refused',
  async (_, altered) => {
    await writeFile(other, altered());
    await expect(verifyBackup(other, passphrase)).rejects.toThrow(/使えません|合言葉が違います/);
  },
  240_000,
);
