import { png } from '../../platform/files/testing/sample-files.ts';
import type { EndpointName, Fixture } from './fixture.ts';
import { type Call, type Reply, request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { TestPerson, World } from './world.ts';

type Names = Extract<EndpointName, `audit.${string}`>;

/** A plan of an audit of the first area of the small sheet, with nobody to hold it yet. */
export const plannedAudit = {
  kind: 'internal',
  title: '令和8年度 内部監査',
  sheetId: 'small-facility',
  areas: ['S1'],
  plannedFrom: '2026-12-01',
  plannedTo: '2026-12-10',
  clauses: ['GOV7-3-11'],
  systems: ['電子カルテ'],
  team: [] as readonly { readonly personId: string; readonly lead: boolean; readonly areas: readonly string[] }[],
};

/** An audit of that plan, led and held by the auditor; its path. */
export async function heldAudit(server: TestServer, { here }: World): Promise<string> {
  const { auditor } = here.people;
  const path = `/facilities/${here.id}/audits`;
  const body = { ...plannedAudit, team: [{ personId: auditor.id, lead: true, areas: ['S1'] }] };
  const planned = await request(server, auditor, { method: 'POST', path, body });
  if (planned.status !== 201) throw new Error(JSON.stringify(planned.body));
  return `${path}/${(planned.body as { id: string }).id}`;
}

/** The same audit once it has begun; the path of its check sheet. */
export async function begunAudit(server: TestServer, world: World): Promise<string> {
  const path = `${await heldAudit(server, world)}/run`;
  const begun = await request(server, world.here.people.auditor, { method: 'POST', path });
  if (begun.status !== 201) throw new Error(JSON.stringify(begun.body));
  return `/facilities/${world.here.id}/runs/${(begun.body as { runId: string }).runId}`;
}

async function done(server: TestServer, person: TestPerson, call: Call): Promise<Reply> {
  const reply = await request(server, person, call);
  if (reply.status >= 300) throw new Error(`${call.path}: ${JSON.stringify(reply.body)}`);
  return reply;
}

/** The same audit with everything concluded, ready to be reported; its path. */
export async function concludedAudit(server: TestServer, world: World): Promise<string> {
  const { auditor } = world.here.people;
  const run = await begunAudit(server, world);
  const body = { value: '1', note: '紙が古い', revision: 0, conclusion: 'minor' };
  await done(server, auditor, { method: 'PUT', path: `${run}/answers/S1`, body });
  const { subjectId } = (await done(server, auditor, { method: 'GET', path: run })).body as { subjectId: string };
  const path = `/facilities/${world.here.id}/audits/${subjectId}`;
  await done(server, auditor, { method: 'PUT', path: `${path}/items/S1/systems`, body: { systems: ['電子カルテ'] } });
  return path;
}

/** The one finding of that audit, reported; its path, and how far it is brought. */
export async function reportedFinding(
  server: TestServer,
  world: World,
  upTo: 'reported' | 'planned' | 'corrected' = 'reported',
): Promise<string> {
  const { here } = world;
  const { auditor, operator } = here.people;
  const path = `${await concludedAudit(server, world)}/report`;
  const reply = await done(server, auditor, { method: 'POST', path, body: { opinion: 'おおむね良い' } });
  const [finding] = (reply.body as { findings: { id: string }[] }).findings;
  const at = `/facilities/${here.id}/audit-findings/${finding?.id}`;
  if (upTo === 'reported') return at;
  const plan = { ...correctionPlan, ownerId: operator.id, revision: 1 };
  await done(server, operator, { method: 'PUT', path: at, body: plan });
  await done(server, operator, {
    method: 'POST',
    path: `/facilities/${here.id}/items/S1/evidence?name=a.png`,
    bytes: { content: png, type: 'image/png' },
  });
  if (upTo === 'planned') return at;
  const body = { correction: '書き直した', revision: 2 };
  await done(server, operator, { method: 'POST', path: `${at}/correction`, body });
  return at;
}

/** What the facility settles about that finding. */
export const correctionPlan = { cause: '見直す日がない', action: '毎年4月に直す', ownerId: null, dueOn: '2026-12-31' };

const askedFor = { itemId: 'S1', system: '電子カルテ', wanted: '責任者を書いた紙', dueOn: '2026-12-05' };

/** What the auditor asks the planner for in that audit; its path. */
export async function askedRequest(server: TestServer, world: World): Promise<string> {
  const { auditor, planner } = world.here.people;
  const path = `${await heldAudit(server, world)}/requests`;
  const asked = await done(server, auditor, { method: 'POST', path, body: { ...askedFor, ofId: planner.id } });
  return `/facilities/${world.here.id}/audit-requests/${(asked.body as { id: string }).id}`;
}

/** What the auditor finds at the system of that audit. */
export const remarked = { clauseId: null, system: '電子カルテ', conclusion: 'minor', statement: '構成図が古い' };

/** The same, written; its path. */
async function writtenRemark(server: TestServer, world: World): Promise<string> {
  const { auditor } = world.here.people;
  const path = `${await concludedAudit(server, world)}/remarks`;
  const remark = await done(server, auditor, { method: 'POST', path, body: remarked });
  return `/facilities/${world.here.id}/audit-remarks/${(remark.body as { id: string }).id}`;
}

/** The call that leaves that audit, once it has begun, without anybody for its area. */
async function teamCall(server: TestServer, world: World): Promise<Call> {
  const path = await heldAudit(server, world);
  const { auditor } = world.here.people;
  const begun = await done(server, auditor, { method: 'POST', path: `${path}/run` });
  const { revision } = begun.body as { revision: number };
  const team = [{ personId: auditor.id, lead: true, areas: [] }];
  return { method: 'PUT', path: `${path}/team`, body: { revision, team, reason: 'ほかの人を探すため' } };
}

/** Changes the team of an audit that has begun. */
export const changeTeam = async (server: TestServer, world: World): Promise<Reply> =>
  done(server, world.here.people.auditor, await teamCall(server, world));

/** A document of the reported audit. */
const handedOut = (file: string): Fixture => ({
  as: 'executive',
  call: async (server, world) => {
    const path = await concludedAudit(server, world);
    const body = { opinion: 'おおむね良い' };
    await done(server, world.here.people.auditor, { method: 'POST', path: `${path}/report`, body });
    return { method: 'GET', path: `${path}/${file}` };
  },
});

export const auditFixtures: Readonly<Record<Names, Fixture>> = {
  'audit.audits': { as: 'operator', call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/audits` }) },
  'audit.choices': {
    as: 'auditor',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/audit-choices?sheetId=hospital` }),
  },
  'audit.plan': {
    as: 'executive',
    call: (_, { here }) => {
      const team = [{ personId: here.people.auditor.id, lead: true, areas: ['S1'] }];
      return { method: 'POST', path: `/facilities/${here.id}/audits`, body: { ...plannedAudit, team } };
    },
    wrong: { body: { ...plannedAudit, title: ' ', plannedTo: '2026-02-30' }, fields: ['title', 'plannedTo'] },
  },
  'audit.audit': {
    as: 'planner',
    call: async (server, world) => ({ method: 'GET', path: await heldAudit(server, world) }),
  },
  'audit.edit': {
    as: 'auditor',
    call: async (server, world) => {
      const team = [{ personId: world.here.people.auditor.id, lead: true, areas: [] }];
      return { method: 'PUT', path: await heldAudit(server, world), body: { ...plannedAudit, team, revision: 1 } };
    },
    wrong: { body: { ...plannedAudit, revision: 1, plannedTo: '2026-02-30' }, fields: ['plannedTo'] },
  },
  'audit.changeTeam': {
    as: 'auditor',
    call: teamCall,
    wrong: { body: { revision: 2, team: [], reason: ' ' }, fields: ['reason'] },
  },
  'audit.begin': {
    as: 'auditor',
    call: async (server, world) => ({ method: 'POST', path: `${await heldAudit(server, world)}/run` }),
  },
  'audit.claims': {
    as: 'auditor',
    call: async (server, world) => ({ method: 'GET', path: `${await heldAudit(server, world)}/claims` }),
  },
  'audit.concern': {
    as: 'auditor',
    call: async (server, world) => ({
      method: 'PUT',
      path: `${await concludedAudit(server, world)}/items/S1/systems`,
      body: { systems: ['電子カルテ'] },
    }),
    wrong: { body: { systems: 'x' }, fields: ['systems'] },
  },
  'audit.remark': {
    as: 'auditor',
    call: async (server, world) => ({
      method: 'POST',
      path: `${await concludedAudit(server, world)}/remarks`,
      body: remarked,
    }),
    wrong: { body: { ...remarked, conclusion: 'conformity', statement: ' ' }, fields: ['conclusion', 'statement'] },
  },
  'audit.editRemark': {
    as: 'auditor',
    call: async (server, world) => ({
      method: 'PUT',
      path: await writtenRemark(server, world),
      body: { conclusion: 'major', statement: '構成図がない', revision: 1 },
    }),
    wrong: { body: { conclusion: 'major', statement: '', revision: 1 }, fields: ['statement'] },
  },
  'audit.removeRemark': {
    as: 'auditor',
    call: async (server, world) => ({ method: 'DELETE', path: await writtenRemark(server, world) }),
  },
  'audit.report': {
    as: 'auditor',
    call: async (server, world) => ({
      method: 'POST',
      path: `${await concludedAudit(server, world)}/report`,
      body: { opinion: 'おおむね良い' },
    }),
    wrong: { body: { opinion: ' ' }, fields: ['opinion'] },
  },
  'audit.planCorrection': {
    as: 'planner',
    call: async (server, world) => ({
      method: 'PUT',
      path: await reportedFinding(server, world),
      body: { ...correctionPlan, ownerId: world.here.people.operator.id, revision: 1 },
    }),
    wrong: { body: { ...correctionPlan, dueOn: '2026-02-30', revision: 1 }, fields: ['dueOn'] },
  },
  'audit.correct': {
    as: 'operator',
    call: async (server, world) => ({
      method: 'POST',
      path: `${await reportedFinding(server, world, 'planned')}/correction`,
      body: { correction: '書き直した', revision: 2 },
    }),
    wrong: { body: { correction: '', revision: 2 }, fields: ['correction'] },
  },
  'audit.verify': {
    as: 'auditor',
    call: async (server, world) => ({
      method: 'POST',
      path: `${await reportedFinding(server, world, 'corrected')}/verification`,
      body: { step: 'closed', verdict: '新しい紙を見た', revision: 3 },
    }),
    wrong: { body: { step: 'noted', verdict: '', revision: 3 }, fields: ['step', 'verdict'] },
  },
  'audit.pdfReport': handedOut('report.pdf'),
  'audit.wordReport': handedOut('report.docx'),
  'audit.session': handedOut('session.pdf'),
  'audit.ask': {
    as: 'auditor',
    call: async (server, world) => ({
      method: 'POST',
      path: `${await heldAudit(server, world)}/requests`,
      body: { ...askedFor, ofId: world.here.people.planner.id },
    }),
    wrong: { body: { ...askedFor, wanted: '', ofId: 'x' }, fields: ['wanted', 'ofId'] },
  },
  'audit.reply': {
    as: 'planner',
    call: async (server, world) => ({
      method: 'POST',
      path: `${await askedRequest(server, world)}/reply`,
      body: { reply: '証跡に加えました', revision: 1 },
    }),
    wrong: { body: { reply: ' ', revision: 1 }, fields: ['reply'] },
  },
  'audit.interview': {
    as: 'auditor',
    call: async (server, world) => ({
      method: 'POST',
      path: `${await heldAudit(server, world)}/interviews`,
      body: { system: '', withWhom: '院長', heldOn: '2026-11-20', said: '訓練は年1回' },
    }),
    wrong: {
      body: { system: '', withWhom: '', heldOn: '2026-02-30', said: '' },
      fields: ['withWhom', 'heldOn', 'said'],
    },
  },
};
