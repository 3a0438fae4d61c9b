import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RegisteredFacility } from '#core/organisation/register-shape.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addSignedIn, type TestPerson } from '../app/testing/world.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { imported, line } from './testing/upload.ts';

let server: TestServer;
let administrator: TestPerson;
let prefix = 1;

beforeAll(async () => {
  server = await startTestServer();
  administrator = await addSignedIn(server, '管理 太郎', ['system-administrator']);
});
afterAll(() => server.stop());
beforeEach(() => {
  prefix += 1;
});

/** A code no other test of this file uses. */
const code = (number: number) => `${String(prefix).padStart(2, '0')}${String(1_000_000 + number)}`;
const good = (count: number) =>
  Array.from({ length: count }, (_, index) => line(code(index + 1), `第${index + 1}病院`));

async function inRegister(wanted: string): Promise<RegisteredFacility | undefined> {
  const path = `/register/facilities?words=${wanted}`;
  const { body } = await request(server, administrator, { method: 'GET', path });
  return (body as { facilities: RegisteredFacility[] }).facilities.find((facility) => facility.code === wanted);
}

const fullWidth = (digits: string) =>
  `"${digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))}"`;

describe('a register file', () => {
  test('brings in new facilities, with prefecture, city and a guessed type', async () => {
    const { state, report } = await imported(server, administrator, good(3).join(''));
    expect(state).toBe('applied');
    expect(report).toMatchObject({ outcome: 'applied', rowsRead: 3, new: 3, unchanged: 0 });
    expect(await inRegister(code(1))).toMatchObject({
      name: '第1病院',
      prefecture: prefix,
      city: '札幌市中央区',
      type: 'hospital',
      typeGuessed: true,
      beds: null,
      functions: [],
      openedAt: null,
    });
  });

  test('changes nothing the second time', async () => {
    await imported(server, administrator, good(3).join(''));
    const { report } = await imported(server, administrator, good(3).join(''));
    expect(report).toMatchObject({ new: 0, unchanged: 3, changed: { count: 0, listed: [] } });
  });

  test('tells what changed, from what to what, and makes it findable', async () => {
    await imported(server, administrator, good(2).join(''));
    const { report } = await imported(server, administrator, line(code(1), 'はれやか医院', '函館市本町１'));
    expect(report).toMatchObject({ new: 0, unchanged: 0, changed: { count: 1 } });
    expect(report?.changed.listed).toEqual([
      {
        code: code(1),
        before: { name: '第1病院', postalCode: '0648536', address: '札幌市中央区南２２条西１４丁目' },
        after: { name: 'はれやか医院', postalCode: '0648536', address: '函館市本町１' },
      },
    ]);
    expect(await inRegister(code(1))).toMatchObject({ name: 'はれやか医院', city: '函館市', type: 'clinic' });
  });

  test('leaves a type a person confirmed, beds and functions alone', async () => {
    await imported(server, administrator, line(code(1), '第1病院'));
    await asSystem(server.db, (tx) =>
      tx
        .updateTable('facility')
        .set({ type: 'clinic-with-beds', type_guessed: false, beds: 19, functions: ['secondary-emergency'] })
        .where('code', '=', code(1))
        .execute(),
    );
    await imported(server, administrator, line(code(1), '第1総合病院'));
    expect(await inRegister(code(1))).toMatchObject({
      name: '第1総合病院',
      type: 'clinic-with-beds',
      typeGuessed: false,
      beds: 19,
      functions: ['secondary-emergency'],
    });
  });

  test('applies an identical line once and tells the lines', async () => {
    const [first = '', second = ''] = good(2);
    const { report } = await imported(server, administrator, first + second + first + first);
    expect(report).toMatchObject({ rowsRead: 4, new: 2, repeated: { count: 2 } });
    expect(report?.repeated.listed).toEqual([{ code: code(1), rows: [1, 3, 4] }]);
  });

  test('applies none of two lines that contradict each other, and leaves what is known as it is', async () => {
    await imported(server, administrator, line(code(1), '元の病院'));
    const file = line(code(1), '右病院') + line(code(2), '第2病院') + line(code(1), '左病院');
    const { report } = await imported(server, administrator, file);
    expect(report).toMatchObject({ new: 1, changed: { count: 0 }, conflicts: { count: 1 } });
    expect(report?.conflicts.listed).toEqual([{ code: code(1), rows: [1, 3], names: ['右病院', '左病院'] }]);
    expect(await inRegister(code(1))).toMatchObject({ name: '元の病院' });
  });

  test('applies the good rows and lists each bad one with its line and reason', async () => {
    const file = `${good(3).join('')}\r\n48${code(4).slice(2)},${code(4).slice(2)},名,0640000,札幌市\r\n${line(code(5), '')}`;
    const { report } = await imported(server, administrator, file);
    expect(report).toMatchObject({ outcome: 'applied', rowsRead: 5, new: 3, rejected: { count: 2 } });
    expect(report?.rejected.listed).toMatchObject([
      { row: 5, column: 'コード（9桁）', code: 'code-not-valid' },
      { row: 6, column: '名称', code: 'name-missing' },
    ]);
  });

  test.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['CP932', (text: string) => iconv.encode(text, 'cp932')],
    ['gzip', (text: string) => gzipSync(text)],
    ['gzip of CP932', (text: string) => gzipSync(iconv.encode(text, 'cp932'))],
    ['a header line', (text: string) => Buffer.from(`コード,短いコード,名称,郵便番号,所在地\n${text}`)],
    [
      'LF, quotes and full-width digits',
      (text: string) => Buffer.from(text.replace(/^(\d+)/, fullWidth).replace('\r', '')),
    ],
  ])('may be %s', async (_, written) => {
    const text = line(code(1), '髙﨑㈱①病院');
    const { report } = await imported(server, administrator, written(text));
    expect(report).toMatchObject({ outcome: 'applied', new: 1, rejected: { count: 0 } });
    expect(await inRegister(code(1))).toMatchObject({ name: '髙﨑㈱①病院' });
  });

  test('keeps private-use characters as they are', async () => {
    await imported(server, administrator, line(code(1), '医療法人社団\ue0dd翔会　𠮷田医院'));
    expect(await inRegister(code(1))).toMatchObject({ name: '医療法人社団\ue0dd翔会　𠮷田医院' });
  });
});

describe('a broken file changes nothing', () => {
  const manyGood = () => good(60).join('');
  test.each([
    ['that is empty', () => '', 'file-empty', undefined],
    ['with a header only', () => 'コード,短いコード,名称,郵便番号,所在地\n', 'file-empty', undefined],
    ['cut off in its packing', () => gzipSync(manyGood()).subarray(0, 200), 'file-truncated', undefined],
    ['that only looks packed', () => Buffer.from([0x1f, 0x8b, 1, 2, 3, 4]), 'file-not-unpackable', undefined],
    ['that is a workbook', () => Buffer.from('PK\u0003\u0004rest'), 'file-is-workbook', undefined],
    [
      'with bytes that are no text',
      () => Buffer.concat([Buffer.from(manyGood()), Buffer.from([0xff, 0xff, 0x0a])]),
      'file-undecodable',
      61,
    ],
    ['with a quote that never ends', () => `${manyGood()}"${good(1)}`, 'csv-broken', 61],
    ['of another shape', () => '氏名,年齢\n佐藤,40\n鈴木,50\n', 'file-not-register', undefined],
    ['with too many bad rows', () => manyGood() + 'x,y\n'.repeat(21), 'file-not-register', undefined],
  ])('%s', async (_, content, fault, row) => {
    const { state, report } = await imported(server, administrator, content());
    expect(state).toBe('refused');
    expect(report).toMatchObject({ outcome: 'refused', new: 0, faults: [{ code: fault, ...(row && { row }) }] });
    expect(report?.faults[0]?.message).toMatch(/。$/);
    expect(await inRegister(code(1))).toBeUndefined();
  });
});
