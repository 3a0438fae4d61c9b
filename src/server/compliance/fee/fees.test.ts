import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FeeEvidence } from '#core/compliance/fee/fee-evidence.ts';
import { request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../../app/testing/world.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { pdfPages } from '../../platform/documents/testing/pdf-text.ts';
import { png } from '../../platform/files/testing/sample-files.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = new Date('2026-11-27T03:00:00Z');
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const call = (person: TestPerson, method: string, path: string, body?: unknown, at = world.here) =>
  request(server, person, { method, path: `/facilities/${at.id}${path}`, ...(body === undefined ? {} : { body }) });

const fees = async (by: TestPerson, at = world.here) =>
  (await call(by, 'GET', '/fee-rules', undefined, at)).body as FeeEvidence[];

test('both revisions stand beside each other, and what nobody could check is not told as true', async () => {
  const found = await fees(world.here.people.auditor);
  expect(found.map(({ id, version }) => [id, version])).toEqual([
    ['FR-DENSHI', 'R8.1'],
    ['FR-A207', 'R6.1'],
  ]);
  expect(found[0]).toMatchObject({
    certainty: 'unverified',
    validFrom: { day: '2026-06-01', certainty: 'unverified' },
  });
  expect(found[1]).toMatchObject({ validFrom: { day: null } });
  const unsure = found[0]?.conditions.filter(({ certainty }) => certainty === 'unverified') ?? [];
  expect(unsure.length).toBeGreaterThan(0);
  for (const { text } of unsure) expect(text).toContain('要確認');
});

test('what people add by hand is something to add, and a version put right takes the place of the former with all its conditions', async () => {
  const feeRules = loadCatalogue().feeRules;
  for (const rule of await fees(world.here.people.auditor)) {
    const former = feeRules.find(({ id, version }) => id === rule.id && version === rule.replaces);
    expect(former?.conditions.map(({ id, proofs }) => [id, proofs])).toEqual(
      rule.conditions.map(({ id, proofs }) => [id, proofs.map((proof) => proof.id)]),
    );
    for (const { byHand } of rule.conditions) expect(byHand).not.toMatch(/要確認|確かめる|疑義解釈/);
  }
});

test('steps, documents in force and files speak for a condition by themselves, of the own facility alone', async () => {
  const { planner, executive, auditor } = world.here.people;
  const step = { clauseId: 'GOV7-3-03', step: 'instructed', note: '', after: 0 };
  await call(executive, 'POST', '/clause-steps', step);
  const edit = { kind: 'plan', title: 'BCP', clauseIds: ['GOV7-3-13'], reviewOn: null };
  const { id } = (await call(planner, 'POST', '/regulations', edit)).body as { id: string };
  const draft = { validOn: '2026-11-01', changes: '作った', body: '続ける。', revision: 1 };
  await call(planner, 'PUT', `/regulations/${id}/draft`, draft);
  await call(executive, 'POST', `/regulations/${id}/approval`, { revision: 2, reviewOn: '2027-11-30' });
  const path = `/facilities/${world.here.id}/items/R7-H-1-01/evidence?name=${encodeURIComponent('任命書.png')}`;
  await request(server, planner, { method: 'POST', path, bytes: { content: Uint8Array.from(png), type: 'image/png' } });
  const lines = (await fees(auditor)).find((rule) => rule.id === 'FR-A207')?.conditions ?? [];
  const [appointed] = lines;
  expect(appointed?.proofs).toMatchObject([
    { id: 'R7-H-1-01', label: '1-①', files: ['任命書.png'] },
    { id: 'GOV7-3-03', step: 'instructed' },
  ]);
  const bcp = lines.flatMap(({ proofs }) => proofs).find((proof) => proof.id === 'GOV7-3-13');
  expect(bcp?.shownBy).toEqual([expect.stringContaining('BCP 第1版')]);
  const theirs = await fees(world.elsewhere.people.auditor, world.elsewhere);
  const all = theirs.flatMap(({ conditions }) => conditions.flatMap(({ proofs }) => proofs));
  expect(all.every(({ files, step: done }) => files.length === 0 && done === null)).toBe(true);
});

test('prints a rule with its doubts, and refuses one that is not there', async () => {
  const { auditor, staff } = world.here.people;
  expect(await call(auditor, 'GET', '/fee-rules.pdf?ruleId=FR-DENSHI&version=R8')).toMatchObject({ status: 200 });
  const printed = await call(auditor, 'GET', '/fee-rules.pdf?ruleId=FR-DENSHI&version=R8.1');
  const text = (await pdfPages(printed.body as Uint8Array)).map((page) => page.text.replaceAll(/\s/g, '')).join('');
  expect(text).toContain('要確認');
  expect(text).toContain('判定していません');
  expect(text).toContain('手で足すもの');
  expect(await call(auditor, 'GET', '/fee-rules.pdf?ruleId=FR-A207&version=R8')).toMatchObject({ status: 404 });
  expect(await call(staff, 'GET', '/fee-rules')).toMatchObject({ status: 403 });
});
