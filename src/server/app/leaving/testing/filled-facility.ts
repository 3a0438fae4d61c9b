import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Evidence } from '#core/evidence/contract.ts';
import { proposedCriteria } from '#core/risk/criteria.ts';
import { addProgram } from '../../../identity/testing/add-access-token.ts';
import { withClient } from '../../../platform/database/with-client.ts';
import { png } from '../../../platform/files/testing/sample-files.ts';
import { riskEdit, treatmentEdit } from '../../../risk/testing/risk-edits.ts';
import { answeredRun } from '../../testing/assessment-fixtures.ts';
import { askedRequest, changeTeam, heldAudit, remarked, reportedFinding } from '../../testing/audit-fixtures.ts';
import { type Call, type Reply, request } from '../../testing/request.ts';
import { begunRun, handedRun } from '../../testing/sheet-fixtures.ts';
import { offered } from '../../testing/support-fixtures.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { addedSystem } from '../../testing/vendor-form-fixtures.ts';
import { failedDelivery } from '../../testing/webhook-fixtures.ts';
import { addMember, addSignedIn, type TestPerson, type World } from '../../testing/world.ts';

/** What only one executive may read. */
export const privateWords = '経営層ひとりの内緒のことば';

async function done(server: TestServer, person: TestPerson, call: Call): Promise<Reply> {
  const reply = await request(server, person, call);
  if (reply.status >= 300) throw new Error(`${call.path}: ${JSON.stringify(reply.body)}`);
  return reply;
}

async function withRuns(server: TestServer, world: World): Promise<string> {
  const { here } = world;
  const { planner, executive } = here.people;
  await handedRun(server, world);
  const path = await answeredRun(server, here);
  const formula = { value: '1', note: '=1+1', revision: 1 };
  await done(server, planner, { method: 'PUT', path: `${path}/answers/S1`, body: formula });
  await done(server, planner, { method: 'POST', path: `${path}/submission` });
  const own = `/facilities/${here.id}/runs/${await begunRun(server, here, 'executive', executive)}`;
  const body = { value: '1', note: privateWords, revision: 0 };
  await done(server, executive, { method: 'PUT', path: `${own}/answers/E1-1`, body });
  return path;
}

async function withEvidence(server: TestServer, { here }: World): Promise<void> {
  const by = here.people.planner;
  const add = (name: string) =>
    done(server, by, {
      method: 'POST',
      path: `/facilities/${here.id}/items/S1/evidence?name=${encodeURIComponent(name)}`,
      bytes: { content: png, type: 'image/png' },
    });
  for (const name of ['方針.png', '方針.png', 'CON.png']) await add(name);
  const removed = (await add('外した.png')).body as Evidence;
  await done(server, by, { method: 'DELETE', path: `/facilities/${here.id}/evidence/${removed.id}` });
}

async function withPeople(server: TestServer, { here }: World): Promise<void> {
  const { 'facility-administrator': by, auditor, planner } = here.people;
  const at = `/facilities/${here.id}`;
  const invited = { name: '招かれた人', roles: ['planner'], email: 'invited@example.jp' };
  await done(server, by, { method: 'POST', path: `${at}/invitations`, body: invited });
  await done(server, by, { method: 'POST', path: `${at}/members/${auditor.id}/reset-link` });
  const left = await addSignedIn(server, '外れた人');
  await addMember(server, here.id, left.id, ['staff']);
  await done(server, by, { method: 'DELETE', path: `${at}/members/${left.id}` });
  await addProgram(server, here, planner, { scopes: ['sheet.read'] });
  const profile = { type: 'hospital', beds: 218, functions: [], ehr: 'cloud', systemStaff: true, revision: 1 };
  await done(server, planner, { method: 'PUT', path: `${at}/profile`, body: profile });
}

async function withOrganisation(server: TestServer, world: World): Promise<void> {
  const { here, network } = world;
  const by = here.people['facility-administrator'];
  const path = `/facilities/${here.id}/memberships/${network.id}`;
  await done(server, by, { method: 'PUT', path, body: { shows: 'score' } });
  await server.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.organisation_id', ${network.id}, true)`.execute(tx);
    const group = { id: randomUUID(), organisation_id: network.id, facility_id: here.id };
    await tx
      .insertInto('sso_group')
      .values({ ...group, group_value: 'ward', roles: ['staff'] })
      .execute();
  });
  await offered(server, world);
  await done(server, network.people.supporter, { method: 'GET', path: `/facilities/${here.id}/runs` });
}

const taskEdit = {
  fiscalYear: 2026,
  title: '台帳を作る',
  dueOn: '2026-12-31',
  status: 'doing',
  costPlanned: 50_000,
  costSpent: 0,
  personDays: 2.5,
  aim: '機器がすべて載っている',
  measuredBy: '',
};
const asking = {
  kind: 'budget',
  title: '予算を決める',
  matter: '額です。',
  cost: 300_000,
  effect: '進みます。',
  waiting: '止まります。',
  neededBy: '2026-12-31',
  source: null,
};

const wish = { budget: 300_000, personDays: 20, goal: 'weakest', roles: [], excluded: ['MS2'], begun: ['MS1'] };

async function withPlans(server: TestServer, { here }: World, run: string): Promise<void> {
  const { planner, operator, executive } = here.people;
  const at = `/facilities/${here.id}`;
  await done(server, planner, { method: 'PUT', path: `${at}/measure-costs/MS1`, body: { yen: 120_000 } });
  const added = await done(server, operator, {
    method: 'POST',
    path: `${at}/tasks`,
    body: { ...taskEdit, ownerId: operator.id },
  });
  await done(server, planner, { method: 'PUT', path: `${run}/plan/wish`, body: { ...wish, fiscalYear: 2026 } });
  const accepted = {
    fiscalYear: 2026,
    measures: [{ id: 'MS1', quarter: 4 }],
    plan: { ...wish, status: 'optimal', gap: 0 },
  };
  await done(server, planner, { method: 'POST', path: `${run}/plan/acceptance`, body: accepted });
  const path = `${at}/tasks/${(added.body as { id: string }).id}`;
  await done(server, planner, { method: 'POST', path: `${path}/comments`, body: { body: '=見積もり' } });
  const file = { content: png, type: 'image/png' };
  await done(server, operator, { method: 'POST', path: `${path}/evidence?name=a.png`, bytes: file });
  const asked = await done(server, planner, { method: 'POST', path: `${at}/decision-requests`, body: asking });
  const { id: requestId, revision } = asked.body as { id: string; revision: number };
  const body = { requestId, revision, outcome: 'declined', reason: '来年度にするため', until: null };
  await done(server, executive, { method: 'POST', path: `${at}/decisions`, body });
}

async function withClauses(server: TestServer, { here }: World): Promise<void> {
  const { planner, executive } = here.people;
  const at = `/facilities/${here.id}`;
  const edit = { clauseId: 'GOV7-1-01', revision: 0, ownerId: planner.id, dueOn: '2026-12-31' };
  const body = { ...edit, documents: '=法令一覧', undone: '' };
  await done(server, planner, { method: 'PUT', path: `${at}/clauses`, body });
  const step = { clauseId: 'GOV7-1-01', step: 'instructed', note: '', after: 0 };
  await done(server, executive, { method: 'POST', path: `${at}/clause-steps`, body: step });
  const day = { step: 'drill', dueOn: '2026-12-14' };
  await done(server, planner, { method: 'PUT', path: `${at}/year`, body: day });
  await done(server, planner, { method: 'POST', path: `${at}/calendar` });
}

async function withVendors(server: TestServer, { here }: World): Promise<void> {
  const { planner } = here.people;
  const system = await addedSystem(server, here, { contact: '=佐藤' });
  const at = `/facilities/${here.id}/vendor-systems/${system.id}`;
  await done(server, planner, { method: 'POST', path: `${at}/link`, body: { byMail: false } });
}

async function withRisks(server: TestServer, { here }: World): Promise<void> {
  const { planner, executive } = here.people;
  const at = `/facilities/${here.id}`;
  const body = { ...riskEdit, title: '=古いOS', ownerId: planner.id };
  const risk = await done(server, planner, { method: 'POST', path: `${at}/risks`, body });
  const { id } = risk.body as { id: string };
  const treatment = { ...treatmentEdit, revision: 1, ownerId: planner.id };
  await done(server, planner, { method: 'POST', path: `${at}/risks/${id}/treatments`, body: treatment });
  const { revision: _, ...criteria } = proposedCriteria;
  const setting = { ...criteria, revision: 0, marksEstimates: false };
  await done(server, executive, { method: 'PUT', path: `${at}/risk-criteria`, body: setting });
  const passing = { suggestionId: 'malware', passed: true, reason: '=もう対応している' };
  await done(server, planner, { method: 'PUT', path: `${at}/suggested-risks`, body: passing });
}

async function withRegulations(server: TestServer, { here }: World): Promise<void> {
  const { planner, executive } = here.people;
  const at = `/facilities/${here.id}`;
  const desk = { place: '=受付', inCharge: '', hours: '', announced: '', revision: 0 };
  await done(server, planner, { method: 'PUT', path: `${at}/desk`, body: desk });
  const enquiry = { receivedOn: '2026-11-01', gist: '=開示', reply: '', repliedOn: null };
  await done(server, planner, { method: 'POST', path: `${at}/enquiries`, body: enquiry });
  const provision = { providedOn: '2026-11-01', recipient: '=保健所', content: '届出', ground: 'law' };
  const given = { ...provision, groundNote: '', agreement: '' };
  await done(server, planner, { method: 'POST', path: `${at}/provisions`, body: given });
  const regulation = { kind: 'policy', title: '=方針', clauseIds: ['GOV7-3-07'], reviewOn: '2027-03-31' };
  const added = await done(server, planner, { method: 'POST', path: `${at}/regulations`, body: regulation });
  const path = `${at}/regulations/${(added.body as { id: string }).id}`;
  const draft = { validOn: '2026-11-01', changes: '作った', body: '=守る', revision: 1 };
  await done(server, planner, { method: 'PUT', path: `${path}/draft`, body: draft });
  await done(server, executive, {
    method: 'POST',
    path: `${path}/approval`,
    body: { revision: 2, reviewOn: '2027-11-30' },
  });
}

async function withAudit(server: TestServer, world: World): Promise<void> {
  await reportedFinding(server, world, 'corrected');
  const { auditor } = world.here.people;
  await askedRequest(server, world);
  const { id } = (await changeTeam(server, world)).body as { id: string };
  const remarks = `/facilities/${world.here.id}/audits/${id}/remarks`;
  await done(server, auditor, { method: 'POST', path: remarks, body: remarked });
  const body = { system: '', withWhom: '院長', heldOn: '2026-11-20', said: '訓練は年1回' };
  await done(server, auditor, { method: 'POST', path: `${await heldAudit(server, world)}/interviews`, body });
}

/** Brings rows into every table a facility has, through the API where there is a way. */
export async function fillFacility(server: TestServer, world: World): Promise<void> {
  const run = await withRuns(server, world);
  await withEvidence(server, world);
  await withPeople(server, world);
  await withOrganisation(server, world);
  await withPlans(server, world, run);
  await withClauses(server, world);
  await withVendors(server, world);
  await withRisks(server, world);
  await withRegulations(server, world);
  await withAudit(server, world);
  await failedDelivery(server, world);
}

const tables = `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'facility_id' and not a.attisdropped
  order by 1`;

/** How many rows each table with rows of facilities holds of this one, past every policy. */
export const rowCounts = ({ database }: TestServer, facilityId: string): Promise<Readonly<Record<string, number>>> =>
  withClient(database.owner, async (client) => {
    const counts: Record<string, number> = {};
    await client.query('begin');
    for (const { name } of (await client.query<{ name: string }>(tables)).rows) {
      await client.query(`alter table ${name} no force row level security`);
      const { rows } = await client.query(`select count(*)::integer as n from ${name} where facility_id = $1`, [
        facilityId,
      ]);
      counts[name] = rows[0].n;
    }
    await client.query('rollback');
    return counts;
  });
