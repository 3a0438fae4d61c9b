import { plannedAudit } from '../../app/testing/audit-fixtures.ts';
import { type Call, type Reply, request } from '../../app/testing/request.ts';
import { answerAll, begunRun } from '../../app/testing/sheet-fixtures.ts';
import { terms } from '../../app/testing/support-fixtures.ts';
import { tokenOf } from '../../app/testing/token-of.ts';
import { addMember, addTestFacility, type TestPerson } from '../../app/testing/world.ts';
import { imported, line } from '../../organisation/testing/upload.ts';
import { png } from '../../platform/files/testing/sample-files.ts';
import { riskEdit, treatmentEdit } from '../../risk/testing/risk-edits.ts';
import { PasskeyStage } from './passkey-stage.ts';
import { browserOf, type Enrolled, password, type Stage } from './stage.ts';
import { pastPolicies } from './where-stands.ts';

export const filledName = '佐々木 小次郎丸';
export const filledAddress = 'kojiromaru.sasaki@example.jp';
/** Somebody else's, who gets what the person sends. */
const others = 'somebody-else@example.jp';

/** Calls in the person's name and of those around, each of which must work. */
class Doing {
  readonly stage: Stage;
  readonly person: TestPerson;
  readonly personId: string;

  constructor(stage: Stage, { browser, personId }: Enrolled) {
    this.stage = stage;
    this.person = { ...browser, id: personId, name: filledName };
    this.personId = personId;
  }

  async by(person: TestPerson, call: Call): Promise<Reply> {
    const reply = await request(this.stage.server, person, call);
    if (reply.status >= 300) throw new Error(`${call.method} ${call.path}: ${JSON.stringify(reply.body)}`);
    return reply;
  }

  own(method: string, path: string, body?: unknown): Promise<Reply> {
    return this.by(this.person, { method, path, ...(body !== undefined && { body }) });
  }

  /** Invited by somebody into a place, and joined with the account there is. */
  async joined(by: TestPerson, place: string, roles: readonly string[]): Promise<void> {
    const body = { name: filledName, roles };
    const { body: link } = await this.by(by, { method: 'POST', path: `${place}/invitations`, body });
    await this.own('POST', '/invitation/joining', { token: tokenOf((link as { path: string }).path) });
  }
}

async function enrolled(stage: Stage): Promise<Enrolled> {
  const { here } = stage.world;
  const roles = ['facility-administrator', 'executive', 'safety-manager', 'planner'];
  const invitation = { name: filledName, roles, email: filledAddress };
  const by = here.people['facility-administrator'];
  const { body } = await stage.post(by, `/facilities/${here.id}/invitations`, invitation);
  const token = tokenOf((body as { path: string }).path);
  const account = { token, name: filledName, email: filledAddress, password };
  const joined = browserOf(await stage.post(undefined, '/invitation/acceptance', account));
  const { secret } = (await stage.post(joined, '/second-factor')).body as { secret: string };
  const confirmed = await stage.confirm(joined, secret);
  const { person } = confirmed.body as { person: { id: string } };
  stage.later(60);
  const browser = await stage.steppedUp(browserOf(confirmed), { code: stage.code(secret) });
  return { browser, personId: person.id, email: filledAddress, secret };
}

async function withAccount(doing: Doing): Promise<void> {
  const { stage, person, personId } = doing;
  const { here } = stage.world;
  const reset = `/facilities/${here.id}/members/${personId}/reset-link`;
  await doing.by(here.people['facility-administrator'], { method: 'POST', path: reset, body: { mail: true } });
  await doing.own('POST', `/facilities/${here.id}/members/${here.people.auditor.id}/reset-link`);
  await doing.own('POST', '/account/recovery-codes');
  await doing.own('PUT', '/account/notices', { work: false });
  await doing.own('POST', '/account/second-factor');
  const passkeys = new PasskeyStage(stage);
  await passkeys.added(person);
  await passkeys.creation(person);
  await stage.post(undefined, '/reset-requests', { email: filledAddress });
}

const taskEdit = {
  fiscalYear: 2026,
  title: '台帳を作る',
  dueOn: '2026-12-31',
  status: 'todo',
  costPlanned: 0,
  costSpent: 0,
  personDays: 1,
  aim: '',
  measuredBy: '',
};

async function withWork(doing: Doing): Promise<void> {
  const { stage, person, personId } = doing;
  const { server, world } = stage;
  const { here } = world;
  const at = `/facilities/${here.id}`;
  const runId = await begunRun(server, here, 'small-facility', person);
  await answerAll(server, { facility: here, runId, sheetId: 'small-facility', person });
  await doing.own('PUT', `${at}/runs/${runId}/areas/S1/assignment`, { personId });
  await doing.own('POST', `${at}/runs/${runId}/submission`);
  const open = await begunRun(server, here, 'hospital', person);
  await doing.own('PUT', `${at}/runs/${open}/areas/14/assignment`, { personId });
  await begunRun(server, here, 'executive', person);
  const task = await doing.own('POST', `${at}/tasks`, { ...taskEdit, ownerId: personId });
  await doing.own('POST', `${at}/tasks/${(task.body as { id: string }).id}/comments`, { body: '始めました。' });
  await withDecision(doing, at);
  await withAudit(doing);
  await withRegisters(doing, at);
  const path = `${at}/items/S1/evidence?name=${encodeURIComponent('方針.png')}`;
  await doing.by(person, { method: 'POST', path, bytes: { content: png, type: 'image/png' } });
  const lasting = { name: '連携', scopes: ['sheet.read'], days: 30 };
  await doing.own('POST', `${at}/tokens`, lasting);
  await doing.own('POST', `${at}/invitations`, { name: '招かれた人', roles: ['staff'], email: others });
}

/** What stands in the registers in the person's name. */
async function withRegisters(doing: Doing, at: string): Promise<void> {
  const { personId } = doing;
  const clause = { clauseId: 'GOV7-1-01', revision: 0, ownerId: personId, dueOn: null, documents: '', undone: '' };
  await doing.own('PUT', `${at}/clauses`, clause);
  await doing.own('POST', `${at}/clause-steps`, { clauseId: 'GOV7-1-01', step: 'instructed', note: '', after: 0 });
  await doing.own('POST', `${at}/calendar`);
  await withRisk(doing, at);
  await withRegulation(doing, at);
  const enquiry = { receivedOn: '2026-11-01', gist: '開示の手続き', reply: '', repliedOn: null };
  await doing.own('POST', `${at}/enquiries`, enquiry);
  const provision = { providedOn: '2026-11-01', recipient: '保健所', content: '届出', ground: 'law' };
  await doing.own('POST', `${at}/provisions`, { ...provision, groundNote: '', agreement: '' });
}

async function withRisk(doing: Doing, at: string): Promise<void> {
  const { personId } = doing;
  const risk = (await doing.own('POST', `${at}/risks`, { ...riskEdit, ownerId: personId })).body as { id: string };
  const treatment = { ...treatmentEdit, revision: 1, ownerId: personId };
  await doing.own('POST', `${at}/risks/${risk.id}/treatments`, treatment);
  await doing.own('PUT', `${at}/suggested-risks`, { suggestionId: 'malware', passed: true, reason: '' });
}

/** Writes a version of a document and, as an executive, approves it. */
async function withRegulation(doing: Doing, at: string): Promise<void> {
  const edit = { kind: 'policy', title: '方針', clauseIds: [], reviewOn: null };
  const added = await doing.own('POST', `${at}/regulations`, edit);
  const path = `${at}/regulations/${(added.body as { id: string }).id}`;
  await doing.own('PUT', `${path}/draft`, { validOn: '2026-12-01', changes: '作った', body: '守る。', revision: 1 });
  await doing.own('POST', `${path}/approval`, { revision: 2, reviewOn: '2027-11-30' });
}

/** Of the team of an audit, with a finding: no planner is let in, so it is written past the rules. */
async function withAudit({ stage, personId }: Doing): Promise<void> {
  const { server, world } = stage;
  const { id, people } = world.here;
  const path = `/facilities/${id}/audits`;
  const planned = await request(server, people.auditor, { method: 'POST', path, body: { ...plannedAudit, team: [] } });
  const auditId = (planned.body as { id: string }).id;
  const finding = `insert into audit_finding (facility_id, id, audit_id, item_id, conclusion, statement, state, due_on, owner_id, corrected_by, verified_by)
    values ($1, gen_random_uuid(), $2, 'S1', 'minor', 'x', 'closed', '2026-12-31', $3, $3, $3)`;
  const asked = `insert into audit_request (facility_id, id, audit_id, wanted, of_id, due_on, asked_at, replied_at, replied_by)
    values ($1, gen_random_uuid(), $2, 'x', $3, '2026-12-31', now(), now(), $3)`;
  const changed = `insert into audit_team_change (facility_id, id, audit_id, changed_by, changed_at, reason, former, present)
    values ($1, gen_random_uuid(), $2, $3, now(), 'x', '[]', '[]')`;
  const remarked = `insert into audit_remark (facility_id, id, audit_id, system, conclusion, statement, written_by, written_at)
    values ($1, gen_random_uuid(), $2, 'x', 'minor', 'x', $3, now())`;
  const acts = `insert into activity (facility_id, id, at, person_id, act)
    select $1, gen_random_uuid(), now(), $2, unnest(array['audit.corrected', 'audit.closed', 'audit.replied', 'audit.team-changed', 'audit.remarked'])`;
  await pastPolicies(server, async (client) => {
    await client.query('insert into audit_member values ($1, $2, $3, true)', [id, auditId, personId]);
    await client.query(finding, [id, auditId, personId]);
    for (const one of [asked, changed, remarked]) await client.query(one, [id, auditId, personId]);
    await client.query(acts, [id, personId]);
  });
}

/** Asks the executives, of whom the person is one, and decides it. */
async function withDecision(doing: Doing, at: string): Promise<void> {
  const asking = {
    kind: 'budget',
    title: '予算を決める',
    matter: '額です。',
    cost: 1,
    effect: '進みます。',
    waiting: '止まります。',
    neededBy: null,
    source: null,
  };
  const asked = await doing.own('POST', `${at}/decision-requests`, asking);
  const { id: requestId, revision } = asked.body as { id: string; revision: number };
  const decision = { requestId, revision, outcome: 'approved', reason: '', until: null };
  await doing.own('POST', `${at}/decisions`, decision);
}

/** Into the network above, what is asked in its name, and what the facility agrees with it. */
async function withOrganisation(doing: Doing): Promise<void> {
  const { here, elsewhere, network } = doing.stage.world;
  const [at, above] = [`/facilities/${here.id}`, `/organisations/${network.id}`];
  await doing.joined(network.people['organisation-administrator'], above, ['organisation-administrator', 'supporter']);
  await doing.own('POST', `${above}/invitations`, { name: '招かれた人', roles: ['supporter'], email: others });
  await doing.own('PUT', `${at}/memberships/${network.id}`, { shows: 'score' });
  const agreed = await doing.own('POST', `${at}/support-agreements`, { organisationId: network.id, ...terms });
  await doing.own('POST', `${at}/support-agreements/${(agreed.body as { id: string }).id}/end`);
  await doing.own('POST', `${above}/facilities`, { memberId: elsewhere.id });
  await doing.own('POST', `${above}/support-agreements`, { memberId: elsewhere.id, ...terms });
}

/** Into other facilities: let in as a supporter, as a member who has left, and as the one who invites the first. */
async function withOtherPlaces(doing: Doing): Promise<void> {
  const { stage, personId } = doing;
  const { network, here } = stage.world;
  const helped = await addTestFacility(stage.server, { name: '支えられる診療所' });
  const body = { organisationId: network.id, ...terms };
  const path = `/facilities/${helped.id}/support-agreements`;
  await doing.by(helped.people['safety-manager'], { method: 'POST', path, body });
  await doing.own('GET', `/facilities/${helped.id}/runs`);
  const former = await addTestFacility(stage.server, { name: '前にいた診療所' });
  await addMember(stage.server, former.id, personId, ['staff']);
  const left = `/facilities/${former.id}/members/${personId}`;
  await doing.by(former.people['facility-administrator'], { method: 'DELETE', path: left });
  const empty = await addTestFacility(stage.server, { name: 'だれもいない診療所' }, []);
  await doing.own('POST', `/register/${empty.id}/invitations`, { name: '院長' });
  await doing.own('POST', `/facilities/${here.id}/leaving`);
}

/** An organisation's provider, which lets the person in, and one way to it that is not gone to its end. */
const provider = (networkId: string, personId: string) => `
  with c as (insert into sso_connection (id, organisation_id, name, issuer, client_id, client_secret, domains, groups_claim,
      trusts_second_factor, metadata, made_at) values (gen_random_uuid(), '${networkId}', 'x', 'https://id.example.jp', 'x', 'x', '{x}',
      'x', false, '{}', now()) returning id)
    insert into sso_attempt (state_hash, browser_hash, connection_id, purpose, nonce, verifier, person_id, session_hash, begun_at,
      expires_at) select '\\x01', '\\x01', id, 'link', 'x', 'x', '${personId}', '\\x01', now(), now() from c;
  insert into sso_identity values ('https://id.example.jp', 'kojiromaru', '${personId}', now())`;

async function withProvider(doing: Doing): Promise<void> {
  const { stage, personId } = doing;
  const { here, network } = stage.world;
  await pastPolicies(stage.server, (client) => client.query(provider(network.id, personId)));
  await doing.own('PUT', `/facilities/${here.id}/memberships/${network.id}/sso`, { open: true });
}

/** Somebody of whom a row stands in every table with rows of people, through the API where there is a way. */
export async function filledPerson(stage: Stage): Promise<Enrolled> {
  const person = await enrolled(stage);
  const doing = new Doing(stage, person);
  await withAccount(doing);
  await withWork(doing);
  await pastPolicies(stage.server, (client) =>
    client.query(`update person set system_roles = '{system-administrator}' where id = $1`, [person.personId]),
  );
  await withOrganisation(doing);
  await withOtherPlaces(doing);
  await withProvider(doing);
  await imported(stage.server, doing.person, line('010110001', '札幌の病院'));
  return person;
}
