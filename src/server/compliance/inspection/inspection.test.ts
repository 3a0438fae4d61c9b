import { Open } from 'unzipper-esm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Inspection } from '#core/compliance/inspection/inspection.ts';
import { request } from '../../app/testing/request.ts';
import { begunRun } from '../../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { addedSystem } from '../../app/testing/vendor-form-fixtures.ts';
import { makeWorld, type TestPerson, type World } from '../../app/testing/world.ts';
import { pdfPages } from '../../platform/documents/testing/pdf-text.ts';
import { png } from '../../platform/files/testing/sample-files.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = new Date('2026-11-27T03:00:00Z');
  world = await makeWorld(server);
  const { planner } = world.here.people;
  const form = `/runs/${await begunRun(server, world.here, 'checklist-institution')}`;
  const answer = { note: '', revision: 0, confirmedOn: '2026-11-01' };
  await call(planner, 'PUT', `${form}/answers/R7-H-0`, { ...answer, value: 'yes' });
  await call(planner, 'PUT', `${form}/answers/R7-H-1-01`, { ...answer, value: 'yes' });
  await call(planner, 'PUT', `${form}/answers/R7-H-2-01`, { ...answer, value: 'no', targetOn: '2027-02-28' });
  for (const [item, name] of [
    ['R7-H-1-01', '任命書.png'],
    ['H01-1', '規程.png'],
    ['GOV7-3-07', '方針.png'],
    ['N1-1', '関わらない.png'],
  ]) {
    await add(planner, item ?? '', name ?? '');
  }
});
afterAll(() => server.stop());

const systemOf = async (system: string) => addedSystem(server, world.here, { system, contact: '佐藤 花子' });

async function approved(title: string, body: string) {
  const { planner, executive } = world.here.people;
  const edit = { kind: 'policy', title, clauseIds: ['GOV7-3-07'], reviewOn: null };
  const { id } = (await call(planner, 'POST', '/regulations', edit)).body as { id: string };
  const draft = { validOn: '2026-11-01', changes: '作った', body, revision: 1 };
  await call(planner, 'PUT', `/regulations/${id}/draft`, draft);
  const approval = { revision: 2, reviewOn: '2027-11-30' };
  expect(await call(executive, 'POST', `/regulations/${id}/approval`, approval)).toMatchObject({ status: 200 });
}

const call = (person: TestPerson, method: string, path: string, body?: unknown, at = world.here) =>
  request(server, person, { method, path: `/facilities/${at.id}${path}`, ...(body === undefined ? {} : { body }) });

const add = (person: TestPerson, item: string, name: string) =>
  request(server, person, {
    method: 'POST',
    path: `/facilities/${world.here.id}/items/${item}/evidence?name=${encodeURIComponent(name)}`,
    bytes: { content: Uint8Array.from(png), type: 'image/png' },
  });

const names = ({ files }: Inspection) => files.map(({ name, proves }) => [name, proves]);

test('shows the form, the files of its lines, of the questions behind them and of the clauses, and who is in charge', async () => {
  const { executive } = world.here.people;
  const inspection = (await call(executive, 'GET', '/inspection')).body as Inspection;
  const found = names(inspection);
  expect(found[0]).toEqual(['任命書.png', ['1-①']]);
  expect(found.find(([name]) => name === '規程.png')?.[1]).toContain('1-①');
  expect(found.find(([name]) => name === '方針.png')?.[1]).toEqual(['経営管理編 3⑦']);
  expect(found.map(([name]) => name)).not.toContain('関わらない.png');
  expect(inspection.inCharge.find(({ role }) => role === 'executive')?.people).toHaveLength(1);
});

const textOf = async (bytes: Uint8Array) =>
  (await pdfPages(bytes)).map((page) => page.text.replaceAll(/\s/g, '')).join('');

test('lays the forms of vendors beside it, 未回答 apart from いいえ, and the documents in force', async () => {
  const { planner } = world.here.people;
  const [answered] = [await systemOf('電子カルテ'), await systemOf('検査システム')];
  const { path } = (await call(planner, 'POST', `/vendor-systems/${answered.id}/link`, { byMail: false })).body as {
    path: string;
  };
  const no = { value: 'no', note: '', revision: 0, confirmedOn: '2026-11-20', targetOn: '2027-01-31' };
  const byLink = { token: path.split('#')[1] ?? '', itemId: 'R7-V-1-01', ...no };
  expect(await request(server, undefined, { method: 'POST', path: '/vendor-form/answer', body: byLink })).toMatchObject(
    {
      status: 200,
    },
  );
  await approved('情報セキュリティ方針', '患者さんの情報を守ります。');
  const inspection = (await call(planner, 'GET', '/inspection')).body as Inspection;
  expect(inspection.vendorForms).toMatchObject([
    { system: '検査システム', standing: 'not-asked', form: null },
    { system: '電子カルテ', standing: 'answering', form: { fiscalYear: 2026, answered: 1, items: 13, no: 1 } },
  ]);
  expect(inspection.regulations).toMatchObject([{ title: '情報セキュリティ方針', number: 1, hasText: true }]);
  const printed = await textOf((await call(planner, 'GET', '/inspection.pdf')).body as Uint8Array);
  for (const words of [
    '事業者が記入した様式（2システム）',
    '依頼前',
    'いいえ1・未回答12',
    '令和9年1月31日',
    '要確認',
    '第1版',
  ]) {
    expect(printed).toContain(words);
  }
});

test('hands out the portfolio and every file, whole, as one archive; it leaves a line for everyone', async () => {
  const { executive } = world.here.people;
  expect((await call(executive, 'GET', '/inspection-size')).body).toEqual({ files: 3, bytes: png.length * 3 });
  const reply = await call(executive, 'GET', '/inspection.zip');
  expect(reply).toMatchObject({ status: 200 });
  const { files } = await Open.buffer(Buffer.from(reply.body as Uint8Array));
  expect(files.map(({ path }) => path)).toEqual([
    'はじめにお読みください.txt',
    '立入検査の説明資料.pdf',
    '規程・方針/情報セキュリティ方針_第1版.pdf',
    '証跡の一覧.csv',
    '証跡/1-①_任命書.png',
    expect.stringContaining('_規程.png'),
    '証跡/経営管理編 3⑦_方針.png',
  ]);
  expect(await files[4]?.buffer()).toEqual(Buffer.from(png));
  expect(await textOf((await files[2]?.buffer()) ?? Buffer.of())).toContain('患者さんの情報を守ります。');
  const readme = (await files[0]?.buffer())?.toString() ?? '';
  expect(readme).toContain('チェックリスト 3-①か、ガイドライン経営管理編 3⑱に、連絡体制図のファイルを加える');
  const log = await call(world.here.people['safety-manager'], 'GET', '/activity');
  const acts = (log.body as { entries: { act: string }[] }).entries.map(({ act }) => act);
  expect(acts.filter((act) => act === 'compliance.inspection-taken')).toHaveLength(1);
});

test('prints the form, what is open with its day, the files, the people, and where to add what is not there', async () => {
  const reply = await call(world.here.people.planner, 'GET', '/inspection.pdf');
  const pages = await pdfPages(reply.body as Uint8Array);
  const text = pages.map((page) => page.text.replaceAll(/\s/g, '')).join('');
  for (const words of [
    '立入検査の説明資料',
    '医療情報システム安全管理責任者',
    '令和9年2月28日',
    '任命書.png',
    'まだ「はい」でない項目（1件）',
    '訓練をしたら、ガイドライン経営管理編3⑮に「実施した」と記録し',
    '連絡体制図のファイルを加えると',
    'チェックリスト（様式の順）',
  ]) {
    expect(text).toContain(words);
  }
});

test('lays the contact tree and the last drill beside it, in a section and a folder of their own', async () => {
  const { planner, executive, operator } = world.here.people;
  await add(planner, 'R7-H-3-01', '連絡網.png');
  await add(planner, 'GOV7-3-15', '訓練の写真.png');
  const step = (by: TestPerson, name: string, after: number, note: string) =>
    call(by, 'POST', '/clause-steps', { clauseId: 'GOV7-3-15', step: name, note, after });
  await step(executive, 'instructed', 0, '秋のうちに');
  await step(operator, 'carried-out', 1, '電子カルテが止まった想定。外来を紙で動かした。');
  const inspection = (await call(executive, 'GET', '/inspection')).body as Inspection;
  expect(inspection.drill).toMatchObject([
    { step: 'carried-out', note: '電子カルテが止まった想定。外来を紙で動かした。', doneBy: { id: operator.id } },
  ]);
  expect(inspection.files.flatMap(({ name, part }) => (part ? [[name, part]] : []))).toEqual([
    ['連絡網.png', 'contact-tree'],
    ['訓練の写真.png', 'drill'],
  ]);
  const printed = await textOf((await call(planner, 'GET', '/inspection.pdf')).body as Uint8Array);
  for (const words of [
    '連絡網.png（3-①に加えたもの',
    '令和8年11月27日',
    '外来を紙で動かした',
    '訓練の写真.png（経営管理編3⑮',
  ]) {
    expect(printed).toContain(words);
  }
  expect(printed).not.toContain('まもりに記録がありません');
  const { body } = await call(executive, 'GET', '/inspection.zip');
  const { files } = await Open.buffer(Buffer.from(body as Uint8Array));
  expect(files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['連絡体制図/3-①_連絡網.png', '訓練/経営管理編 3⑮_訓練の写真.png', '証跡/1-①_任命書.png']),
  );
  expect((await files[0]?.buffer())?.toString()).toContain('・連絡体制図/　　1件のファイル');
});

test('only those who answer for the facility take it, and nobody of another facility', async () => {
  const { here, elsewhere } = world;
  for (const path of ['/inspection', '/inspection.pdf', '/inspection.zip']) {
    expect(await call(here.people.staff, 'GET', path)).toMatchObject({ status: 403 });
    expect(await call(elsewhere.people.executive, 'GET', path)).toMatchObject({ status: 404 });
  }
});

test('on 1 April it shows the checklist of the year before, and says so, until this year has one that is submitted', async () => {
  const { 'safety-manager': manager, planner } = world.here.people;
  server.clock.now = new Date('2026-03-20T03:00:00Z');
  const form = `/runs/${await begunRun(server, world.here, 'checklist-institution')}`;
  const closed = { value: 'no', note: '', revision: 0, confirmedOn: '2026-03-20' };
  await call(planner, 'PUT', `${form}/answers/R7-H-0`, closed);
  expect(await call(manager, 'POST', `${form}/submission`)).toMatchObject({ status: 200 });
  server.clock.now = new Date('2026-04-01T00:00:00Z');
  const inspection = (await call(planner, 'GET', '/inspection')).body as Inspection;
  expect(inspection).toMatchObject({ fiscalYear: 2026, checklist: { fiscalYear: 2025, run: { status: 'submitted' } } });
  expect(await textOf((await call(planner, 'GET', '/inspection.pdf')).body as Uint8Array)).toContain(
    '令和8年度（2026年度）のものは、まだ提出していません',
  );
});
