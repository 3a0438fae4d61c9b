import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WebhookEvent, webhookEventNames } from '#core/app/webhook/webhook-event.ts';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { madeUpR8 } from '#core/catalogue/testing/made-up-r8.ts';
import { dueOfFinding, escalated } from '../../audit/testing/escalated.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { remind } from '../../platform/due/remind.ts';
import { reportedFinding } from '../testing/audit-fixtures.ts';
import type { EndpointName } from '../testing/fixture.ts';
import { fixtures } from '../testing/fixtures.ts';
import { holderOf } from '../testing/holder.ts';
import { addedTask } from '../testing/plan-fixtures.ts';
import { request } from '../testing/request.ts';
import { begunRun } from '../testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../testing/world.ts';
import { dueSources } from '../year/due-sources.ts';
import { Hooked } from './testing/hooked.ts';

const shipped = loadCatalogue();
const r7 = latestSheet(shipped, 'checklist-institution');
if (!r7) throw new Error('no checklist');
const { sheet, bridge } = madeUpR8(r7);

let hooked: Hooked;
/** The same installation after a newer version of a sheet came. */
let after: TestServer;
beforeAll(async () => {
  hooked = await Hooked.open();
  const catalogue = { ...shipped, sheets: [...shipped.sheets, sheet], bridges: [bridge] };
  after = await startTestServer({ catalogue }, hooked.server);
});
afterAll(async () => {
  await after.stop();
  await hooked.stop();
});

/** Brings a facility to where something is about to happen, and hands over what makes it happen. */
type Scene = (world: World) => Promise<() => Promise<unknown>>;

async function call(by: TestPerson | undefined, method: string, path: string, body?: object) {
  const reply = await request(hooked.server, by, { method, path, ...(body && { body }) });
  if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
  return reply.body as { id: string; revision: number };
}
const at = ({ here }: World, path: string) => `/facilities/${here.id}${path}`;

const endpoint =
  (name: EndpointName): Scene =>
  async (world) => {
    const { as, person, call: ready } = fixtures[name];
    const by = person ? await person(hooked.server, world) : holderOf(as, world);
    const { method, path, body } = await ready(hooked.server, world, as);
    return () => call(by, method, path, body as object);
  };

const changed =
  (status: string): Scene =>
  async (world) => {
    const { planner } = world.here.people;
    const path = await addedTask(hooked.server, world.here);
    const { method, body } = await fixtures['plan.editTask'].call(hooked.server, world, 'operator');
    return () => call(planner, method, path, { ...(body as object), revision: 1, status });
  };

/** The reminder on the day after the last of something. */
const reminded = ({ here }: World, kind: 'task' | 'target', subject: string) => {
  const now = new Date('2027-01-01T00:00:00Z');
  const desk = { db: hooked.server.db, outbox: undefined, sources: dueSources(shipped), now };
  return () => remind(desk, { facilityId: here.id, kind, subject });
};

const lateTask: Scene = async (world) =>
  reminded(world, 'task', (await addedTask(hooked.server, world.here)).split('/').at(-1) ?? '');

const lateTarget: Scene = async (world) => {
  const { planner } = world.here.people;
  const path = at(world, `/runs/${await begunRun(hooked.server, world.here, 'checklist-institution', planner)}`);
  const answer = { value: 'no', note: '', revision: 0, confirmedOn: '2026-11-20', targetOn: '2026-12-31' };
  await call(planner, 'PUT', `${path}/answers/R7-H-1-01`, answer);
  return reminded(world, 'target', 'R7-H-1-01');
};

const lateFinding: Scene = async (world) => {
  const finding = await reportedFinding(hooked.server, world);
  const due = await dueOfFinding(hooked.server, finding);
  return () => escalated(hooked.server, due);
};

const verified =
  (step: 'closed' | 'sent-back'): Scene =>
  async (world) => {
    const path = `${await reportedFinding(hooked.server, world, 'corrected')}/verification`;
    return () => call(world.here.people.auditor, 'POST', path, { step, verdict: '見た', revision: 3 });
  };

const movedRun: Scene = async (world) => {
  const run = await begunRun(hooked.server, world.here, 'checklist-institution');
  const path = at(world, `/runs/${run}/version`);
  const manager = world.here.people['safety-manager'];
  return () => request(after, manager, { method: 'PUT', path, body: { version: 'R8' } });
};

const acceptedRisk: Scene = async (world) => {
  const { planner, executive } = world.here.people;
  const { path, method, body } = await fixtures['risk.askAcceptance'].call(hooked.server, world, 'planner');
  await call(planner, method, path, body as object);
  const asked = await request(hooked.server, executive, { method: 'GET', path: at(world, '/decision-requests') });
  const [due] = (asked.body as { due: { id: string; revision: number }[] }).due;
  const decision = {
    requestId: due?.id,
    revision: due?.revision,
    outcome: 'approved',
    reason: '',
    until: '2026-12-31',
  };
  return () => call(executive, 'POST', at(world, '/decisions'), decision);
};

const reopenedRisk: Scene = async (world) => {
  const { planner } = world.here.people;
  const { path, method, body } = await fixtures['risk.closeRisk'].call(hooked.server, world, 'planner');
  const { revision } = await call(planner, method, path, body as object);
  return () => call(planner, method, path, { revision, reason: null });
};

const scenes: Readonly<Record<WebhookEvent, Scene>> = {
  'run.submitted': endpoint('assessment.submit'),
  'run.reopened': endpoint('assessment.reopen'),
  'run.moved': movedRun,
  'plan.accepted': endpoint('plan.acceptPlan'),
  'task.added': endpoint('plan.addTask'),
  'task.changed': changed('doing'),
  'task.done': changed('done'),
  'task.overdue': lateTask,
  'target.overdue': lateTarget,
  'tasks.carried-over': endpoint('plan.carryOver'),
  'decision.asked': endpoint('plan.askDecision'),
  'decision.made': endpoint('plan.decide'),
  'decision.withdrawn': endpoint('plan.withdrawRequest'),
  'audit.begun': endpoint('audit.begin'),
  'audit.reported': endpoint('audit.report'),
  'finding.corrected': endpoint('audit.correct'),
  'finding.closed': verified('closed'),
  'finding.sent-back': verified('sent-back'),
  'finding.overdue': lateFinding,
  'risk.added': endpoint('risk.addRisk'),
  'risk.assessed': endpoint('risk.assessRisk'),
  'risk.accepted': acceptedRisk,
  'risk.closed': endpoint('risk.closeRisk'),
  'risk.reopened': reopenedRisk,
  'clause.step': endpoint('compliance.setStep'),
  'regulation.approved': endpoint('compliance.approveDraft'),
  'vendor-form.sent': endpoint('compliance.sendVendorForm'),
  'vendor-form.taken-back': endpoint('compliance.takeBackVendorForm'),
  'member.joined': endpoint('identity.acceptInvitation'),
  'member.roles-changed': endpoint('identity.changeRoles'),
  'member.left': endpoint('identity.removeMember'),
  'support.accepted': endpoint('support.accept'),
  'support.ended': endpoint('support.end'),
};

/** What is told of the same deed beside it. */
const beside: Readonly<Partial<Record<WebhookEvent, readonly WebhookEvent[]>>> = {
  'task.done': ['task.changed'],
  'risk.accepted': ['decision.made'],
  'finding.overdue': ['decision.asked'],
};

describe('a receiver of everything', () => {
  test.each(webhookEventNames)('is told %s when it happens, and nothing that is not so', async (name) => {
    const world = await makeWorld(hooked.server);
    const happen = await scenes[name](world);
    const receiver = await hooked.make(world.here, webhookEventNames);
    await happen();
    const { deliveries } = await hooked.told(world.here, receiver);
    expect(deliveries.map(({ event }) => event).toSorted()).toEqual([name, ...(beside[name] ?? [])].toSorted());
  });
});
