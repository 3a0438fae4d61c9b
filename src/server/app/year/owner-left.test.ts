import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Year } from '#core/app/year/year-contract.ts';
import type { AuditView } from '#core/audit/audit.ts';
import type { ClauseRegister } from '#core/compliance/clause/clause-record.ts';
import type { Task } from '#core/plan/task.ts';
import type { Risk, RiskLine } from '#core/risk/risk.ts';
import { riskEdit, treatmentEdit } from '../../risk/testing/risk-edits.ts';
import { correctionPlan, reportedFinding } from '../testing/audit-fixtures.ts';
import { request } from '../testing/request.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const at = (path: string) => `/facilities/${world.here.id}${path}`;
async function call<T>(by: TestPerson, method: string, path: string, body?: object): Promise<T> {
  const reply = await request(server, by, { method, path, ...(body && { body }) });
  expect(reply.status).toBeLessThan(300);
  return reply.body as T;
}

test('a task, a clause, a risk, its treatment and a finding say that who had them has left, and who that was', async () => {
  const { planner, operator, auditor, 'facility-administrator': administrator } = world.here.people;
  const ownerId = operator.id;
  const edit = { clauseId: 'GOV7-1-04', revision: 0, ownerId, dueOn: '2026-12-31', documents: '', undone: '' };
  await call(planner, 'PUT', at('/clauses'), edit);
  const { id, revision } = await call<Risk>(planner, 'POST', at('/risks'), { ...riskEdit, ownerId });
  await call(planner, 'POST', at(`/risks/${id}/treatments`), { ...treatmentEdit, revision, ownerId });
  const task = {
    title: '台帳を作る',
    dueOn: '2026-12-31',
    status: 'todo',
    costPlanned: 0,
    costSpent: 0,
    personDays: 1,
  };
  const added = { ...task, fiscalYear: 2026, ownerId, aim: '', measuredBy: '' };
  const { id: taskId } = await call<Task>(planner, 'POST', at('/tasks'), added);
  const finding = await reportedFinding(server, world);
  const { auditId } = await call<{ auditId: string }>(planner, 'PUT', finding, {
    ...correctionPlan,
    ownerId,
    revision: 1,
  });

  const owners = async () => {
    const { parts } = await call<ClauseRegister>(auditor, 'GET', at('/clauses'));
    const risk = await call<Risk>(auditor, 'GET', at(`/risks/${id}`));
    const { risks } = await call<{ risks: RiskLine[] }>(auditor, 'GET', at('/risks?basis=before'));
    const { findings } = await call<AuditView>(auditor, 'GET', at(`/audits/${auditId}`));
    const { dues } = await call<Year>(auditor, 'GET', at('/year'));
    return [
      (await call<{ task: Task }>(auditor, 'GET', at(`/tasks/${taskId}`))).task.owner,
      ...dues.filter(({ kind }) => ['task', 'clause', 'treatment', 'finding'].includes(kind)).map((due) => due.owner),
      parts.flatMap(({ clauses }) => clauses).find((one) => one.id === 'GOV7-1-04')?.owner,
      risk.owner,
      risk.treatments[0]?.owner,
      risks[0]?.owner,
      findings[0]?.owner,
    ];
  };
  const owner = { id: ownerId, name: operator.name };
  expect(await owners()).toEqual(Array(10).fill({ ...owner, left: false }));
  await call(administrator, 'DELETE', at(`/members/${ownerId}`));
  expect(await owners()).toEqual(Array(10).fill({ ...owner, left: true }));
});
