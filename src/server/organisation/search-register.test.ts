import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addSignedIn, type TestPerson } from '../app/testing/world.ts';
import type { SearchPage } from './search-register.ts';
import { imported, line } from './testing/upload.ts';

let server: TestServer;
let administrator: TestPerson;

const many = Array.from({ length: 120 }, (_, index) =>
  line(
    `27${String(2_000_000 + index)}`,
    `${index % 2 ? 'みなみ' : ''}共通${String(index).padStart(3, '0')}眼科`,
    '堺市北区１',
  ),
);
const facilities = [
  line('010112489', '医療法人社団　慈藻会　平松記念病院', '札幌市中央区南２２条'),
  line('010112745', 'ひらまつクリニック', '函館市本町１'),
  line('130112489', '髙﨑医院', '千代田区神田１'),
  line('131000211', '医療法人\ue0dd翔会　ゑびす診療所', '千代田区神田２'),
  line('140000011', '第１ＭｅｄＣｉｔｙ２１', '横浜市西区１'),
  line('140000022', '南平松医院', '横浜市西区２'),
];

beforeAll(async () => {
  server = await startTestServer();
  administrator = await addSignedIn(server, '管理 太郎', ['system-administrator']);
  await imported(server, administrator, [...facilities, ...many].join(''));
});
afterAll(() => server.stop());

async function search(words: string, more = ''): Promise<SearchPage> {
  const path = `/register/facilities?words=${encodeURIComponent(words)}${more}`;
  const reply = await request(server, administrator, { method: 'GET', path });
  expect(reply.status).toBe(200);
  return reply.body as SearchPage;
}
const names = async (words: string, more = '') => (await search(words, more)).facilities.map(({ name }) => name);

describe('the register is searched', () => {
  test('by the start of the own name first, then by any part', async () => {
    expect(await names('平松')).toEqual(['医療法人社団　慈藻会　平松記念病院', '南平松医院']);
  });

  test.each([
    ['ヒラマツ', 'ひらまつクリニック'],
    ['ﾋﾗﾏﾂ', 'ひらまつクリニック'],
    ['高崎', '髙﨑医院'],
    ['翔会', '医療法人\ue0dd翔会　ゑびす診療所'],
    ['medcity21', '第１ＭｅｄＣｉｔｙ２１'],
    ['ゑび', '医療法人\ue0dd翔会　ゑびす診療所'],
    ['ゑ', '医療法人\ue0dd翔会　ゑびす診療所'],
    ['髙', '髙﨑医院'],
    ['21', '第１ＭｅｄＣｉｔｙ２１'],
  ])('「%s」 finds %s', async (words, name) => {
    expect(await names(words)).toContain(name);
  });

  test('by code, short code and their beginnings', async () => {
    expect(await names('010112489')).toEqual(['医療法人社団　慈藻会　平松記念病院']);
    expect(await names('０１-０１１２７')).toEqual(['ひらまつクリニック']);
    expect(await names('0112489')).toEqual(['医療法人社団　慈藻会　平松記念病院', '髙﨑医院']);
    expect(await names('1310002')).toEqual(['医療法人\ue0dd翔会　ゑびす診療所']);
  });

  test('within a prefecture and a city', async () => {
    expect(await names('平松', '&prefecture=1')).toEqual(['医療法人社団　慈藻会　平松記念病院']);
    expect(await names('', `&prefecture=1&city=${encodeURIComponent('函館市')}`)).toEqual(['ひらまつクリニック']);
    expect(await names('平松', '&prefecture=13')).toEqual([]);
    const sakai = `&prefecture=27&city=${encodeURIComponent('堺市北区')}`;
    expect(await names('通003', sakai)).toEqual(['みなみ共通003眼科']);
    expect(await names('平松', sakai)).toEqual([]);
  });

  test('and symbols alone find nothing, while nothing typed lists all', async () => {
    expect(await names('〓＊')).toEqual([]);
    expect((await names(' ')).length).toBe(50);
  });

  test('by a short code, page by page, in the order of codes and prefectures', async () => {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: SearchPage = await search('20000', after ? `&after=${encodeURIComponent(after)}` : '');
      found.push(...page.facilities.map(({ code }) => code ?? ''));
      after = page.next;
    } while (after !== null);
    expect(found).toEqual(Array.from({ length: 100 }, (_, index) => `27${String(2_000_000 + index)}`));
  });

  test('page by page, each facility once, in one order', async () => {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: SearchPage = await search('共通', after ? `&after=${encodeURIComponent(after)}` : '');
      found.push(...page.facilities.map(({ name }) => name));
      after = page.next;
    } while (after !== null);
    const expected = [...many.keys()].map((index) => `共通${String(index).padStart(3, '0')}眼科`);
    const starting = expected.filter((_, index) => index % 2 === 0);
    const within = expected.filter((_, index) => index % 2 === 1).map((name) => `みなみ${name}`);
    expect(found).toEqual([...starting, ...within]);
  });

  test('only with a place to go on from that the server gave', async () => {
    const path = '/register/facilities?after=start.x';
    const reply = await request(server, administrator, { method: 'GET', path });
    expect(reply).toMatchObject({ status: 400, body: { data: { faults: [{ field: 'after' }] } } });
  });
});

test('the cities of a prefecture are told with their facilities', async () => {
  const { body } = await request(server, administrator, { method: 'GET', path: '/register/prefectures/1/cities' });
  expect(body).toEqual([
    { city: '函館市', facilities: 1 },
    { city: '札幌市中央区', facilities: 1 },
  ]);
});
