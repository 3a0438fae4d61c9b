import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FreshDatabase } from '../database/testing/fresh-database.ts';
import { BackupRefused } from './backup-refused.ts';
import { restoreBackup, verifyBackup } from './restore-backup.ts';
import { flipped, recordsOf, rewrite } from './testing/altered-file.ts';
import { allRows, asSuperuser, filledDatabase } from './testing/filled-database.ts';
import { writeBackup } from './write-backup.ts';

let folder: string;
let whole: string;
let other: string;
let target: FreshDatabase;
let bytes: Buffer;
let records: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'altered-'));
  whole = join(folder, 'whole');
  other = join(folder, 'other');
  target = await filledDatabase();
  await writeBackup({ owner: target.owner, file: whole, passphrase: undefined, product: '0.1.0', secrets: {} });
  await asSuperuser(target, (client) => client.query("update person set name = '今の人'"));
  bytes = await readFile(whole);
  records = await recordsOf(whole);
});
afterAll(async () => {
  await target.drop();
  await rm(folder, { recursive: true, force: true });
});

const refusal = (file = other) =>
  verifyBackup(file, undefined).then(
    () => 'taken',
    (error) => error,
  );
const restore = () =>
  restoreBackup({ owner: target.owner, file: other, passphrase: undefined, replace: true, say: () => undefined });

/** Both ends, and places all over between them. */
const places = (length: number) => [
  ...Array.from({ length: 40 }, (_, at) => at),
  ...Array.from({ length: 60 }, (_, at) => Math.floor((length * (at + 1)) / 62)),
  ...Array.from({ length: 90 }, (_, at) => length - 1 - at),
];

test('a file cut off anywhere is refused', async () => {
  for (const length of places(bytes.length)) {
    await writeFile(other, bytes.subarray(0, length));
    expect({ length, refusal: await refusal() }).toEqual({ length, refusal: expect.any(BackupRefused) });
  }
});

test('a file with one bit altered anywhere is refused', async () => {
  for (const at of places(bytes.length)) {
    await flipped(whole, at, other);
    expect({ at, refusal: await refusal() }).toEqual({ at, refusal: expect.any(BackupRefused) });
  }
});

const exchange = (from: string | RegExp, to: string) => {
  const text = records.toString('latin1');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return Buffer.from(changed, 'latin1');
};
const block = (table: string) => new RegExp(`{"table":"${table}",[\\s\\S]*?\\n{"rows":[^\\n]*\\n`);

test.each<[string, () => Buffer]>([
  ['a value', () => exchange('141234567', '141234568')],
  ['a count', () => exchange(/{"rows":1,/, '{"rows":2,')],
  ['a hash', () => exchange(/("rows":1,"sha256":")./, '$1x')],
  ['the time', () => exchange(/"at":"20/, '"at":"21')],
  ['a table gone', () => exchange(block('person'), '')],
  ['a table twice', () => exchange(block('person'), '$&$&')],
  ['a row gone', () => exchange(/\n[^\n]*\tlate\t[^\n]*\n/, '\n')],
  ['the end gone', () => exchange(/{"end":[\s\S]*/, '')],
  ['more behind the end', () => Buffer.concat([records, Buffer.from('{}\n')])],
  ['no line at all', () => Buffer.from('x'.repeat(3_000_000))],
  ['nothing', () => Buffer.from('')],
])('in an envelope that is right, %s is found, and the database is left as it was', async (_, altered) => {
  await rewrite(other, altered());
  const before = await allRows(target);
  await expect(restore()).rejects.toThrow(BackupRefused);
  expect(await allRows(target)).toEqual(before);
});

test('a whole file that was never ours is refused by name', async () => {
  await writeFile(other, 'PK\u0003\u0004');
  expect(String(await refusal())).toContain('まもりの控えのファイルではありません');
});

/** With an end line that is right for whatever stands before it; `lines` still ends with the one of before. */
function endedAnew(lines: readonly string[]): Buffer {
  const end = JSON.parse(lines.at(-2) ?? '');
  const body = Buffer.from(`${lines.slice(0, -2).join('\n')}\n`, 'latin1');
  const sha256 = createHash('sha256').update(body).digest('hex');
  return Buffer.concat([body, Buffer.from(`${JSON.stringify({ ...end, sha256 })}\n`)]);
}

const linesOf = (text: Buffer) => text.toString('latin1').split('\n');

/** As whoever made the file would have written it. */
function withHeader(change: (header: Record<string, unknown>) => object): Buffer {
  const [first = '', ...rest] = linesOf(records);
  return endedAnew([JSON.stringify(change(JSON.parse(first))), ...rest]);
}

const sumOfPeople = () =>
  /"table":"person",("rows":1,"sha256":"[0-9a-f]{64}")/.exec(records.toString('latin1'))?.[1] ?? '';
/** The sum of the people exchanged where it stands behind them, and in the end line that repeats it. */
const withSumOfPeople = (change: (sum: string) => string) =>
  Buffer.from(records.toString('latin1').replaceAll(sumOfPeople(), change(sumOfPeople())), 'latin1');

test.each<[string, string, () => Buffer]>([
  ['a value', '表 facility', () => exchange('141234567', '141234568')],
  ['a row gone', '表 activity', () => exchange(/\n[^\n]*\tlate\t[^\n]*\n/, '\n')],
  ['a count', '表 person', () => withSumOfPeople((sum) => sum.replace('"rows":1', '"rows":2'))],
  ['a hash', '表 person', () => withSumOfPeople((sum) => sum.replace(/"[0-9a-f]{64}"/, `"${'0'.repeat(64)}"`))],
])(
  'with an end line that is right too, %s is found by the sum of its own table, and the database is left as it was',
  async (_, table, change) => {
    await rewrite(other, endedAnew(linesOf(change())));
    const before = await allRows(target);
    await expect(restore()).rejects.toThrow(table);
    expect(await allRows(target)).toEqual(before);
  },
);

test('a file whose end line is made anew and nothing else is taken: it is the sums above that refuse', async () => {
  await rewrite(other, endedAnew(linesOf(records)));
  expect(await refusal()).toBe('taken');
});

test.each<[string, (header: Record<string, unknown>) => object]>([
  ['a format of later', (header) => ({ ...header, mamoriBackup: 2 })],
  ['migrations of later', (header) => ({ ...header, migrations: [...(header.migrations as string[]), '9999-later'] })],
])('a backup of a newer Mamori is refused and told so: %s', async (_, change) => {
  await rewrite(other, withHeader(change));
  const before = await allRows(target);
  await expect(restore()).rejects.toThrow('新しい版');
  expect(await allRows(target)).toEqual(before);
});
