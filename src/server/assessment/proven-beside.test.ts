import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ResultView } from '#core/assessment/contract.ts';
import type { DecisionList } from '#core/plan/decision/decision-contract.ts';
import type { SuggestionList } from '#core/risk/suggestion-contract.ts';
import { request } from '../app/testing/request.ts';
import { answerAll, begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type World } from '../app/testing/world.ts';
import { insertEstablished } from '../evidence/index.ts';
import { inFacility } from '../platform/database/transaction.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

async function highRun(sheetId: 'small-facility' | 'network-level', value: '3' | 'yes'): Promise<string> {
  const { here } = world;
  const { planner } = here.people;
  const runId = await begunRun(server, here, sheetId, planner);
  await answerAll(server, { facility: here, runId, sheetId, person: planner }, () => value);
  const path = `/facilities/${here.id}/runs/${runId}`;
  await request(server, planner, { method: 'POST', path: `${path}/submission` });
  return path;
}

test('what an audit found lower stands beside the claim in results, before the executives and in the reasons of risks', async () => {
  const { here } = world;
  const { planner } = here.people;
  const read = async <Body>(path: string) => (await request(server, planner, { method: 'GET', path })).body as Body;
  const [scored, network] = [await highRun('small-facility', '3'), await highRun('network-level', 'yes')];
  const own = `/facilities/${here.id}`;
  expect(await read<ResultView>(`${scored}/result`)).toMatchObject({ proven: null });
  expect(await read<DecisionList>(`${own}/decision-requests`)).toMatchObject({ newest: [{ proven: null }] });

  const audited = { kind: 'audited' as const, claimed: null, sourceId: randomUUID(), on: '2026-11-05' };
  const area = (await read<ResultView>(`${scored}/result`)).result.areas.find(({ id }) => id === 'S1');
  await inFacility(server.db, { facilityId: here.id, personId: planner.id }, (tx) =>
    insertEstablished({ tx, facilityId: here.id }, [
      { ...audited, itemId: 'S1', value: '0' },
      { ...audited, itemId: 'N10', value: 'no' },
      { ...audited, itemId: 'N11', value: 'no' },
    ]),
  );
  expect(await read<ResultView>(`${network}/result`)).toMatchObject({
    result: { network: { level: 3 } },
    proven: { networkLevel: 2 },
  });
  const view = await read<ResultView>(`${scored}/result`);
  expect(view).toMatchObject({ result: { score: 3 }, proven: { weakAreas: 1, networkLevel: null } });
  expect(view.proven?.score).toBeLessThan(3);
  expect(await read<DecisionList>(`${own}/decision-requests`)).toMatchObject({
    newest: [{ score: 3, networkLevel: 3, proven: { score: view.proven?.score, weakAreas: 1, networkLevel: 2 } }],
  });
  const { suggestions } = await read<SuggestionList>(`${own}/suggested-risks`);
  const reasons = suggestions.flatMap((one) => one.reasons);
  expect(reasons).toContainEqual(
    expect.stringMatching(`^点検の「${area?.title}」が答えでは3.0点、監査や訓練で確かめた値では0.0点です`),
  );
  expect(reasons).toContainEqual(
    expect.stringMatching(/^監査や訓練で確かめた値では、院内ネットワークはレベル2で、「院内ネットワークの区切り」が×/),
  );
});
