import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditSummary } from '#core/audit/audit.ts';
import type { NextAudit } from '#core/audit/next-audits.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type World } from '../app/testing/world.ts';
import { withClient } from '../platform/database/with-client.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await asFacility(fill);
  await asFacility((client) => addAudits(client, world.elsewhere.id, 9_000), world.elsewhere.id);
});
afterAll(() => server.stop());

const asFacility = <T>(work: (client: pg.Client) => Promise<T>, id = world.here.id) =>
  withClient(server.database.owner, async (client) => {
    await client.query("select set_config('app.facility_id', $1, false)", [id]);
    return work(client);
  });

async function addAudits(client: pg.Client, facilityId: string, count: number): Promise<void> {
  await client.query(
    `insert into audit (facility_id, id, kind, fiscal_year, title, sheet_id, planned_from, planned_to, areas, planned_at, run_id, begun_at, drawn_items, reported_at)
     select $1, gen_random_uuid(), 'internal', 1999 + (n + 9) / 10, '監査' || n, 'small-facility', date '2000-04-01' + n * 36,
       date '2000-04-01' + n * 36, '{S1}', now(), gen_random_uuid(), now(), '{}', now() from generate_series(1, $2::int) n`,
    [facilityId, count],
  );
  await client.query('analyze audit');
}

/** Three thousand audits, ten a year, with three findings and two requests each, those of the last ten years still open, and what people did; written as they are, since nobody types thousands. */
async function fill(client: pg.Client): Promise<void> {
  const { auditor, planner } = world.here.people;
  await addAudits(client, world.here.id, 3_000);
  await client.query(
    `insert into audit_finding (facility_id, id, audit_id, item_id, conclusion, statement, state, due_on)
     select $1, gen_random_uuid(), id, 'X' || n, case when n % 2 = 0 then 'minor' else 'major' end, '指摘',
       case when fiscal_year < 2290 or n = 3 then 'closed' when n = 1 then 'open' else 'corrected' end, date '2026-12-31' - n
     from audit, generate_series(1, 3) n where facility_id = $1`,
    [world.here.id],
  );
  await client.query(
    `insert into audit_request (facility_id, id, audit_id, wanted, of_id, due_on, asked_at)
     select $1, gen_random_uuid(), id, '紙', $2, date '2026-12-31', now() from audit, generate_series(1, 2) where facility_id = $1`,
    [world.here.id, planner.id],
  );
  await client.query(
    `insert into activity (facility_id, id, at, person_id, act, subject, detail)
     select $1, gen_random_uuid(), timestamptz '2026-11-01' - n * interval '1 hour', $2,
       case when n % 100 = 0 then 'task.edited' else 'sheet.answered' end, 'x', '{}' from generate_series(1, 20000) n`,
    [world.here.id, auditor.id],
  );
  await client.query('analyze audit, audit_finding, audit_request, activity');
}

type Listed = { readonly audits: AuditSummary[]; readonly more: boolean; readonly next: NextAudit[] };

test('the list of audits comes page by page, the newest first, each with what is open and late of it', async () => {
  const path = `/facilities/${world.here.id}/audits`;
  const page = async (query = '') =>
    (await request(server, world.here.people.operator, { method: 'GET', path: path + query })).body as Listed;
  const first = await page();
  expect(first).toMatchObject({ more: true, next: [{ last: 2299 }, { last: null }] });
  expect(first.audits).toHaveLength(200);
  expect(first.audits.map(({ openFindings }) => openFindings)).toEqual([...Array(100).fill(2), ...Array(100).fill(0)]);
  const titles = first.audits.map(({ title }) => title);
  let last: Listed = first;
  while (last.more) {
    last = await page(`?after=${last.audits.at(-1)?.id}`);
    titles.push(...last.audits.map(({ title }) => title));
  }
  expect(titles).toEqual(Array.from({ length: 3_000 }, (_, place) => `監査${3_000 - place}`));
});

const explain = (select: string) =>
  asFacility(async (client) => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${select}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
const one = "'11111111-1111-4111-8111-111111111111'";
const of = (table: string) => `select id from ${table} where facility_id = '${world.here.id}'`;

test.each<[string, () => string]>([
  // Of one facility alone: which of its two the planner takes hangs on how many that are.
  ['(audit_of_year|audit_pkey)', () => `${of('audit')} order by fiscal_year desc, planned_from desc, id limit 200`],
  ['audit_finding_facility_id_audit_id_item_id_key', () => `${of('audit_finding')} and audit_id = ${one}`],
  [
    'audit_finding_open',
    () => `${of('audit_finding')} and state = 'open' and due_on <= '2026-12-31' order by due_on, id limit 100`,
  ],
  [
    'audit_finding_unsettled',
    () => `${of('audit_finding')} and state in ('open', 'corrected') order by conclusion, due_on, id`,
  ],
  ['audit_request_of_audit', () => `${of('audit_request')} and audit_id = ${one} order by due_on limit 200`],
  [
    'activity_of_ties',
    () => `${of('activity')} and at >= '2025-04-01' and act in ('identity.joined-by-sso', 'identity.roles-changed',
      'identity.roles-by-sso', 'identity.member-removed', 'sheet.assigned', 'task.edited', 'risk.edited', 'risk.treated',
      'risk.treatment-removed', 'audit.correction-planned', 'compliance.clause-edited')`,
  ],
])('what stands in %s is read from it, however many audits there were', async (index, select) => {
  const plan = await explain(select());
  expect(plan).toMatch(new RegExp(`(Index|Bitmap).* (using|on) ${index}\\b`));
  expect(plan).not.toContain('Seq Scan');
});
