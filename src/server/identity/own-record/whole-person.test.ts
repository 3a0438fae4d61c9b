import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RecordKind, recordKinds } from '#core/identity/own-record/own-record.ts';
import { request } from '../../app/testing/request.ts';
import { testOutbox } from '../../app/testing/test-server.ts';
import { filledAddress, filledName, filledPerson } from '../testing/filled-person.ts';
import { type Enrolled, Stage } from '../testing/stage.ts';
import { pastPolicies, whereStands } from '../testing/where-stands.ts';

let stage: Stage;
let person: Enrolled;
beforeAll(async () => {
  stage = await Stage.open();
  person = await filledPerson(stage);
});
afterAll(() => stage.server.stop());

/** Columns whose every row is a row of the record. */
const toldAs: Readonly<Record<RecordKind, readonly string[]>> = {
  account: ['person_secret.person_id'],
  passkey: ['passkey.person_id'],
  provider: ['sso_identity.person_id'],
  'recovery-code': ['recovery_code.person_id'],
  session: ['session.person_id'],
  'reset-link': ['reset_link.person_id'],
  'notice-choice': ['notice_choice.person_id'],
  mail: ['mail.person_id'],
  member: ['member.person_id'],
  'former-member': ['former_member.person_id'],
  'organisation-member': ['organisation_member.person_id'],
  supporter: ['support_entry.person_id'],
  'access-token': ['access_token.person_id'],
  'invitation-accepted': [],
  'invitation-sent': ['invitation.invited_by', 'organisation_invitation.invited_by'],
  assignment: ['assignment.person_id'],
  task: ['task.owner_id'],
  clause: ['clause_record.owner_id'],
  'calendar-link': ['calendar_link.person_id'],
  risk: ['risk.owner_id'],
  'risk-treatment': ['risk_treatment.owner_id'],
  regulation: ['regulation_version.written_by'],
  'audit-member': ['audit_member.person_id'],
  'audit-finding': ['audit_finding.owner_id'],
  'audit-request': ['audit_request.of_id'],
  enquiry: ['enquiry.written_by'],
  provision: ['provision.written_by'],
  'task-comment': ['task_comment.written_by'],
  answer: ['answer_history.answered_by'],
  evidence: ['evidence.added_by'],
  act: ['activity.person_id'],
  event: ['system_event.actor'],
};
/** Columns that say who did something, and the act of the record that says it of the person. */
const toldByAct: Readonly<Record<string, string>> = {
  'run.begun_by': 'sheet.begun',
  'run.executive_id': 'sheet.begun',
  'run.submitted_by': 'assessment.submitted',
  'assignment.assigned_by': 'sheet.assigned',
  'reset_link.issued_by': 'identity.reset-link-issued',
  'organisation_facility.proposed_by': 'organisation.proposed',
  'organisation_facility.confirmed_by': 'organisation.joined',
  'organisation_facility.sso_opened_by': 'organisation.sso-opened',
  'support_agreement.made_by': 'support.asked',
  'support_agreement.accepted_by': 'support.offered',
  'support_agreement.ended_by': 'support.ended',
  'decision_request.asked_by': 'decision.asked',
  'decision.decided_by': 'decision.made',
  'clause_step.done_by': 'compliance.step-set',
  'risk_passed.passed_by': 'risk.suggestion-passed',
  'regulation_version.approved_by': 'compliance.regulation-approved',
  'audit_finding.corrected_by': 'audit.corrected',
  'audit_finding.verified_by': 'audit.closed',
  'audit_request.replied_by': 'audit.replied',
  'audit_remark.written_by': 'audit.remarked',
  'audit_team_change.changed_by': 'audit.team-changed',
  'leaving.announced_by': 'leaving.announced',
  'register_import.started_by': 'organisation.register-imported',
};
const leftOut: Readonly<Record<string, string>> = {
  'answer.answered_by': 'the newest row of its history',
  'passkey_challenge.person_id': 'over within five minutes',
  'sso_attempt.person_id': 'over within ten minutes',
  'vendor_form_link.contact_id': 'stands for the contact of a vendor, who has no account to ask with',
};

/** By foreign keys, and where there is none by their names. */
const columnsOfPeople = `
  select c.relname || '.' || a.attname as name, c.relname as table, a.attname as column
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped and a.attnum > 0
    and (exists (select from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid and k.confrelid = 'person'::regclass
        and a.attnum = any (k.conkey))
      or a.atttypid = 'uuid'::regtype and a.attname ~ '^(person_id|actor|.*_by)$')
  order by 1`;

/** In how many rows each of these columns points at the person. */
const rowsThatPoint = () =>
  pastPolicies(stage.server, async (client) => {
    const counts = new Map<string, number>();
    for (const { name, table, column } of (await client.query(columnsOfPeople)).rows) {
      const counted = `select count(*)::integer as n from ${table} where ${column} = $1`;
      counts.set(name, (await client.query(counted, [person.personId])).rows[0].n);
    }
    return counts;
  });

type Row = {
  readonly kind: RecordKind;
  readonly place: { readonly name: string } | null;
  readonly detail: Record<string, unknown>;
};

async function readRecord(): Promise<readonly Row[]> {
  const call = { method: 'GET', path: '/account/record?format=json' } as const;
  return ((await request(stage.server, person.browser, call)).body as { rows: Row[] }).rows;
}

test('every column that points at a person is told of in the own record, or left out with a reason', async () => {
  const named = [...Object.values(toldAs).flat(), ...Object.keys(toldByAct), ...Object.keys(leftOut)];
  expect(named.toSorted()).toEqual([...(await rowsThatPoint()).keys()]);
});

test('every kind of the record has rows, as many as stand in the database', async () => {
  const rows = await readRecord();
  const points = await rowsThatPoint();
  const places = rows.filter(({ kind }) => kind === 'invitation-accepted').map(({ place }) => place?.name);
  const { here, network } = stage.world;
  expect(places.toSorted()).toEqual([here.name, network.name].toSorted());
  const told = (kind: RecordKind) => rows.filter((row) => row.kind === kind).length;
  const standing = (kind: RecordKind) =>
    toldAs[kind].reduce((sum, column) => sum + (points.get(column) ?? 0), kind === 'invitation-accepted' ? 2 : 0);
  const counts = (of: (kind: RecordKind) => number) => Object.fromEntries(recordKinds.map((kind) => [kind, of(kind)]));
  expect(counts(told)).toEqual(counts(standing));
  expect(recordKinds.filter((kind) => told(kind) === 0)).toEqual([]);
});

test('who did something is told by the act', async () => {
  const acts = (await readRecord()).map(({ detail }) => detail.act);
  const points = await rowsThatPoint();
  for (const [column, act] of Object.entries(toldByAct)) {
    expect(points.get(column), column).toBeGreaterThan(0);
    expect(acts, column).toContain(act);
  }
});

/** What opens a door, what the person is called by a provider, and letters that wait. */
const secretsOf = `
  select unnest(array[password_hash, encode(totp_secret, 'hex'), encode(totp_next_secret, 'hex')]) as secret
    from person_secret where person_id = $1
  union all select unnest(array[credential_id, encode(public_key, 'hex')]) from passkey where person_id = $1
  union all select encode(code_hash, 'hex') from recovery_code where person_id = $1
  union all select encode(token_hash, 'hex') from access_token where person_id = $1
  union all select encode(token_hash, 'hex') from calendar_link where person_id = $1
  union all select encode(token_hash, 'hex') from reset_link where person_id = $1
  union all select encode(token_hash, 'hex') from session where person_id = $1
  union all select subject from sso_identity where person_id = $1
  union all select encode(sealed, 'hex') from mail where recipient = any ($2)
  union all select encode(recipient, 'hex') from mail where recipient = any ($2)
  union all select encode(account, 'hex') from reset_request where account = any ($2)`;

async function secrets(): Promise<readonly string[]> {
  const digests = ['address', 'reset'].map((how) => testOutbox.digest(`${how} ${filledAddress}`));
  const found = await pastPolicies(stage.server, (client) =>
    client.query<{ secret: string }>(secretsOf, [person.personId, digests]),
  );
  return found.rows.map(({ secret }) => secret);
}

/** Where a person without a name stays: beside what was done, and where it was. */
const stays = [
  'activity.person_id',
  'answer.answered_by',
  'answer_history.answered_by',
  'assignment.assigned_by',
  'assignment.person_id',
  'evidence.added_by',
  'former_member.person_id',
  'invitation.invited_by',
  'organisation_invitation.invited_by',
  'support_entry.person_id',
  'system_event.actor',
  'task.owner_id',
  'clause_record.owner_id',
  'risk.owner_id',
  'risk_treatment.owner_id',
  'regulation_version.written_by',
  'audit_member.person_id',
  'audit_finding.owner_id',
  'audit_request.of_id',
  'enquiry.written_by',
  'provision.written_by',
  'task_comment.written_by',
  ...Object.keys(toldByAct),
];

test('of an erased person what was done is left, and neither name nor address nor any way in', async () => {
  const everywhere = (text: string) => whereStands(stage.server, text);
  const [kept, before] = [await secrets(), await rowsThatPoint()];
  const none = [...before].flatMap(([column, rows]) => (rows === 0 ? [column] : []));
  expect(none).toEqual(['vendor_form_link.contact_id']);
  expect(await everywhere(filledName)).toEqual(['invitation', 'organisation_invitation', 'person']);
  expect(await everywhere(filledAddress)).toEqual(['person_secret']);
  expect(new Set((await Promise.all(kept.map(everywhere))).map((tables) => tables.length > 0))).toEqual(
    new Set([true]),
  );
  const erasure = { method: 'POST', path: '/account/erasure', body: { email: filledAddress } } as const;
  expect(await request(stage.server, person.browser, erasure)).toMatchObject({ status: 204 });
  expect(await everywhere(filledName)).toEqual([]);
  expect(await everywhere(filledAddress)).toEqual([]);
  expect((await Promise.all(kept.map(everywhere))).flat()).toEqual([]);
  expect(await secrets()).toEqual([]);
  const after = [...(await rowsThatPoint())].flatMap(([column, rows]) => (rows > 0 ? [column] : []));
  expect(after).toEqual([...new Set(stays)].toSorted());
});
