import { afterAll, beforeAll, expect, test } from 'vitest';
import { findItem } from '#core/catalogue/catalogue.ts';
import type { Checklist } from '#core/compliance/checklist.ts';
import type { ClauseRegister } from '#core/compliance/clause/clause-record.ts';
import type { FeeEvidence } from '#core/compliance/fee/fee-evidence.ts';
import type { Proposal } from '#core/compliance/proposal.ts';
import { request } from '../app/testing/request.ts';
import { answerAll, begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { insertEstablished } from '../evidence/index.ts';
import { inFacility } from '../platform/database/transaction.ts';
import { pdfPages } from '../platform/documents/testing/pdf-text.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = new Date('2026-11-01T03:00:00Z');
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const call = (person: TestPerson, method: string, path: string) =>
  request(server, person, { method, path: `/facilities/${world.here.id}${path}` });

/** A question that decides the first line of the checklist and a clause. */
const appointed = findItem(loadCatalogue(), 'R7-H-1-01')?.item.items?.find(({ relation }) => relation === 'decides');

test('what an audit established of a question stands beside the claim wherever the register rests on it', async () => {
  const { here } = world;
  const { planner, executive } = here.people;
  const questionId = appointed?.item ?? expect.fail('no question decides 1-①');
  const runId = await begunRun(server, here, 'hospital', planner);
  await answerAll(server, { facility: here, runId, sheetId: 'hospital', person: planner }, () => '3');
  expect(await call(planner, 'POST', `/runs/${runId}/submission`)).toMatchObject({ status: 200 });
  const form = await begunRun(server, here, 'checklist-institution', planner);
  const proposed = async () =>
    ((await call(planner, 'GET', `/runs/${form}/proposals`)).body as Proposal[]).find(
      ({ itemId }) => itemId === 'R7-H-1-01',
    );
  expect(await proposed()).toMatchObject({ value: 'yes' });

  await inFacility(server.db, { facilityId: here.id, personId: planner.id, now: server.clock.now }, (tx) =>
    insertEstablished({ tx, facilityId: here.id }, [
      {
        itemId: questionId,
        kind: 'audited',
        value: '1',
        claimed: '3',
        sourceId: '0198c0de-0000-7000-8000-000000000001',
        on: '2026-11-05',
      },
    ]),
  );
  const said = expect.stringMatching(/^監査では 1 .*（令和8年11月5日）$/);
  const proposal = await proposed();
  expect(proposal?.value).toBe('no');
  expect(proposal?.from.find(({ itemId }) => itemId === questionId)).toMatchObject({ value: '3', established: [said] });

  const beside = expect.stringMatching(new RegExp(`^${questionId}の回答は「3 .*」、監査では 1 .*（令和8年11月5日）$`));
  const { sections } = (await call(planner, 'GET', '/compliance')).body as Checklist;
  const line = sections.flatMap(({ items }) => items).find(({ id }) => id === 'R7-H-1-01');
  expect(line?.established).toEqual([beside]);

  const { parts } = (await call(executive, 'GET', '/clauses')).body as ClauseRegister;
  const signs = parts.flatMap(({ clauses }) => clauses.flatMap(({ sign }) => sign ?? []));
  const touched = signs.filter(({ from }) =>
    from.some(({ itemId, speaksAgainst }) => itemId === questionId && speaksAgainst),
  );
  expect(touched.length).toBeGreaterThan(0);
  for (const { kept } of touched) expect(kept).toBe(false);

  const rules = (await call(executive, 'GET', '/fee-rules')).body as FeeEvidence[];
  const proofs = rules.flatMap(({ conditions }) => conditions.flatMap((condition) => condition.proofs));
  expect(proofs.find(({ id }) => id === 'R7-H-1-01')?.established).toEqual([beside]);

  const printed = await pdfPages((await call(planner, 'GET', '/inspection.pdf')).body as Uint8Array);
  expect(printed.map(({ text }) => text.replaceAll(/\s/g, '')).join('')).toContain(`${questionId}の回答は「3`);
});
