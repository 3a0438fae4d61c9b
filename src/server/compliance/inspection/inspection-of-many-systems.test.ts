import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Open } from 'unzipper-esm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import type { Inspection } from '#core/compliance/inspection/inspection.ts';
import { request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { makeWorld, type World } from '../../app/testing/world.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { pdfPages } from '../../platform/documents/testing/pdf-text.ts';

const systems = 200;
/** Wide of what is measured (48 ms, 8 MB), for machines that do much else. */
const mostDelayMs = 400;
const mostBytes = 150_000_000;
const form = latestSheet(loadCatalogue(), 'checklist-vendor');
if (!form) throw new Error('no form of vendors');

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = new Date('2026-11-27T03:00:00Z');
  world = await makeWorld(server);
  await filled();
});
afterAll(() => server.stop());

/** Systems whose forms are answered in full and sent, every answer with a note. */
const filled = () =>
  withClient(server.database.owner, async (client) => {
    const { id, people } = world.here;
    await client.query("select set_config('app.facility_id', $1, false)", [id]);
    await client.query(
      `insert into vendor_system (facility_id, id, vendor, system, contact, changed_at)
       select $1, gen_random_uuid(), '事業者' || n % 40, '部門システム' || lpad(n::text, 3, '0'), '佐藤 花子', now()
       from generate_series(1, $2::integer) n`,
      [id, systems],
    );
    await client.query(
      `insert into run (facility_id, id, sheet_id, sheet_version, fiscal_year, purpose, subject_id, status, begun_by, submitted_by, submitted_at)
       select facility_id, gen_random_uuid(), $2, $3, 2026, 'vendor', id, 'submitted', $4, $4, '2026-11-20T00:00:00Z'
       from vendor_system where facility_id = $1`,
      [id, form.id, form.version, people.planner.id],
    );
    await client.query(
      `insert into answer (facility_id, run_id, item_id, value, note, revision, answered_by, confirmed_on)
       select run.facility_id, run.id, item, 'yes', repeat('確認した結果を記録しました。', 8), 1, $3, '2026-11-20'
       from run, unnest($2::text[]) item where run.facility_id = $1 and run.purpose = 'vendor'`,
      [id, itemsOf(form).map((item) => item.id), people.planner.id],
    );
  });

const get = async (path: string) =>
  (await request(server, world.here.people.executive, { method: 'GET', path: `/facilities/${world.here.id}${path}` }))
    .body;

test('two hundred systems with their forms are typeset whole, while the server goes on answering and its memory stays small', async () => {
  const shown = (await get('/inspection')) as Inspection;
  expect(shown.vendorForms).toHaveLength(systems);
  expect(new Set(shown.vendorForms.map(({ standing }) => standing))).toEqual(new Set(['answered']));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const memory: number[] = [];
  const watch = setInterval(() => memory.push(process.memoryUsage().heapUsed), 50);
  delay.enable();
  const zip = Buffer.from((await get('/inspection.zip')) as Uint8Array);
  delay.disable();
  clearInterval(watch);
  expect(delay.percentile(99) / 1e6).toBeLessThan(mostDelayMs);
  expect(Math.max(...memory) - (memory[0] ?? 0)).toBeLessThan(mostBytes);
  const { files } = await Open.buffer(zip);
  const pdf = await files.find(({ path }) => path === '立入検査の説明資料.pdf')?.buffer();
  const text = (await pdfPages(new Uint8Array(pdf ?? []))).map((page) => page.text.replaceAll(/\s/g, '')).join('');
  expect(text).toContain(`事業者が記入した様式（${systems}システム）`);
  const missing = shown.vendorForms.filter(({ system }) => text.split(system).length < 3).map(({ system }) => system);
  expect(missing).toEqual([]);
});
