import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActivityPage } from '#core/app/activity-contract.ts';
import type { ResultView } from '#core/assessment/contract.ts';
import type { AuditSummary, AuditView } from '#core/audit/audit.ts';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf, type SheetId } from '#core/catalogue/sheet.ts';
import { type Checklist, openItems } from '#core/compliance/checklist.ts';
import type { ClauseRegister } from '#core/compliance/clause/clause-record.ts';
import type { EnquiryPage } from '#core/compliance/patient/desk.ts';
import type { ProvisionPage } from '#core/compliance/patient/provision.ts';
import type { RegulationRow } from '#core/compliance/regulation/regulation.ts';
import type { VendorRegister } from '#core/compliance/vendor-form/vendor-system.ts';
import type { Evidence } from '#core/evidence/contract.ts';
import { bedClassOf } from '#core/organisation/bed-class.ts';
import type { DecisionList } from '#core/plan/decision/decision-contract.ts';
import type { Task } from '#core/plan/task.ts';
import type { RiskSums } from '#core/risk/risk-contract.ts';
import type { Safeguards } from '#core/risk/safeguard.ts';
import type { SuggestionList } from '#core/risk/suggestion-contract.ts';
import type { Run, RunSummary } from '#core/sheet/run.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { readSummaries } from '../../platform/database/testing/read-summaries.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { request } from '../testing/request.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestPerson } from '../testing/world.ts';
import { fillRegion } from './fill-region.ts';
import { openDemo } from './open-demo.ts';
import type { SignInLink } from './sign-in-links.ts';

type Summary = Awaited<ReturnType<typeof summaries>>[number];
type Visitor = TestPerson & { readonly home: string };

const years = [2024, 2025, 2026];
let server: TestServer;
let links: readonly SignInLink[];
const told: string[] = [];
const parts = () => ({ db: server.db, now: server.clock.now });

const summaries = () =>
  readSummaries(server.db, (tx) => tx.selectFrom('assessment_summary').selectAll().orderBy('run_id').execute());

async function fillAndBreakOff(): Promise<void> {
  const breakOff = () => {
    throw new Error('broken off');
  };
  const filling = fillRegion({ ...parts(), catalogue: loadCatalogue() }, breakOff);
  await expect(filling).rejects.toThrow('broken off');
}

async function come(link: SignInLink | undefined): Promise<Visitor> {
  const door = await fetch(`${server.url}${link?.path}`, { redirect: 'manual' });
  const cookie = door.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { id: '', name: link?.name ?? '', cookie, home: door.headers.get('location') ?? '' };
}
const visit = (role: string) => come(links.find((link) => link.role.startsWith(role)));

async function read<T>(visitor: Visitor, path: string): Promise<T> {
  const reply = await request(server, visitor, { method: 'GET', path: `${visitor.home}${path}` });
  expect(reply.status, path).toBe(200);
  return reply.body as T;
}

async function runsOf(visitor: Visitor, sheetId: SheetId): Promise<RunSummary[]> {
  return (await read<RunSummary[]>(visitor, '/runs')).filter((run) => run.sheetId === sheetId);
}

beforeAll(async () => {
  server = await startTestServer({ demo: true });
  await asSystem(server.db, (tx) =>
    tx.insertInto('system_event').values({ id: crypto.randomUUID(), act: 'demo.begun', subject: null }).execute(),
  );
  await fillAndBreakOff();
  links = await openDemo({ ...parts(), say: (line) => told.push(line) });
}, 120_000);
afterAll(() => server.stop());

describe('a filling that was broken off', () => {
  test('is completed at the next start, without a second facility, person or run', async () => {
    const facilities = await asSystem(server.db, (tx) => tx.selectFrom('facility').select('name').execute());
    expect(new Set(facilities.map(({ name }) => name)).size).toBe(facilities.length);
    expect(facilities).toHaveLength(87);
    const people = await asSystem(server.db, (tx) =>
      tx.selectFrom('person').select('id').where('contact_of', 'is', null).execute(),
    );
    expect(people).toHaveLength(251);
  });

  test('tells how far it has come', () => {
    expect(told).toEqual(expect.arrayContaining([expect.stringContaining('87施設のうち80施設')]));
  });
});

test('a region that is filled is left as it is', async () => {
  const before = await summaries();
  const lines: string[] = [];
  const again = await openDemo({ ...parts(), say: (line) => lines.push(line) });
  expect(again).toHaveLength(links.length);
  expect(lines).toEqual([]);
  await fillRegion({ ...parts(), catalogue: loadCatalogue() }, () => undefined);
  expect(await summaries()).toEqual(before);
});

describe('the facilities', () => {
  const among = async (type: string) =>
    (await asSystem(server.db, (tx) => tx.selectFrom('facility').selectAll().execute())).filter(
      (facility) => facility.type === type,
    );

  test('are one leading hospital, more than a dozen in one bed class and some in every other', async () => {
    const counts = Map.groupBy(await among('hospital'), ({ beds }) => bedClassOf(beds));
    const sizes = Object.fromEntries([...counts].map(([bedClass, members]) => [bedClass, members.length]));
    expect(sizes).toEqual({
      '500-plus': 3,
      '400-499': 3,
      '300-399': 3,
      '200-299': 4,
      '100-199': 16,
      '20-99': 4,
      unknown: 2,
    });
    const [leading] = (await among('hospital')).filter(({ name }) => name === 'みなと総合病院');
    expect(leading).toMatchObject({ beds: 620, functions: expect.arrayContaining(['university', 'disaster-base']) });
  });

  test.each([
    ['clinic', 12],
    ['pharmacy', 12],
    ['care-home', 12],
    ['dental-clinic', 3],
    ['clinic-with-beds', 3],
  ])('of type %s are at least %d', async (type, fewest) => {
    expect((await among(type)).length).toBeGreaterThanOrEqual(fewest);
  });
});

describe('the results of three years', () => {
  const inYear = (rows: readonly Summary[], year: number) => rows.filter((row) => row.fiscal_year === year);
  const median = (rows: readonly Summary[]) => {
    const sorted = rows.flatMap(({ score }) => score ?? []).sort((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };

  test.each(['hospital', 'small-facility'])('rise in the median of the sheet %s and lie apart', async (sheetId) => {
    const rows = (await summaries()).filter((row) => row.sheet_id === sheetId);
    const [first = 0, second = 0, third = 0] = years.map((year) => median(inYear(rows, year)));
    expect(second).toBeGreaterThan(first + 0.05);
    expect(third).toBeGreaterThan(second + 0.05);
    for (const year of years) {
      const scores = inYear(rows, year).flatMap(({ score }) => score ?? []);
      expect(Math.max(...scores) - Math.min(...scores)).toBeGreaterThan(1);
      expect(new Set(scores).size).toBeGreaterThan(scores.length / 2);
    }
  });

  test('show large hospitals ahead of small ones', async () => {
    const rows = inYear(await summaries(), 2025).filter((row) => row.sheet_id === 'hospital');
    const of = (...classes: string[]) => median(rows.filter((row) => classes.includes(row.bed_class)));
    expect(of('500-plus')).toBeGreaterThan(of('200-299') + 0.3);
    expect(of('200-299')).toBeGreaterThan(of('20-99', 'unknown') - 0.2);
  });

  test('reach every network level up to 2', async () => {
    const levels = (await summaries()).flatMap(({ level }) => level ?? []);
    expect(new Set(levels)).toEqual(new Set([0, 1, 2]));
  });

  test.each(years)('are compared in the class 100–199 beds in %d', async (year) => {
    const visitor = await visit('同規模');
    const run = (await runsOf(visitor, 'hospital')).find(({ fiscalYear }) => fiscalYear === year);
    const { comparison } = await read<ResultView>(visitor, `/runs/${run?.id}/result`);
    expect(comparison).toMatchObject({ classTitle: '病院・100〜199床', percentile: expect.any(Number) });
    expect(comparison?.others).toBeGreaterThanOrEqual(12);
    expect(comparison?.quartiles?.median).toBeGreaterThan(0.5);
  });

  test('are compared for a clinic too, which answered the network questions', async () => {
    const visitor = await visit('診療所');
    const [run] = await runsOf(visitor, 'small-facility');
    const { comparison, networkLevel } = await read<ResultView>(visitor, `/runs/${run?.id}/result`);
    expect(comparison?.quartiles).not.toBeNull();
    expect(networkLevel).not.toBeNull();
  });
});

describe('the leading hospital', () => {
  test('has a checklist under way, filled from what was submitted, with one いいえ that is late', async () => {
    const planner = await visit('企画管理者');
    const { sections } = await read<Checklist>(planner, '/compliance');
    const items = sections.flatMap((section) => section.items);
    expect(items.filter(({ state }) => state === 'yes').length).toBeGreaterThan(5);
    expect(openItems(sections)[0]).toMatchObject({ late: true });
  });

  test('has this year a run with handed-out areas and carried-over answers to confirm', async () => {
    const planner = await visit('企画管理者');
    const [thisYear, lastYear] = await runsOf(planner, 'hospital');
    expect(thisYear).toMatchObject({ fiscalYear: 2026, status: 'open' });
    expect(lastYear).toMatchObject({ fiscalYear: 2025, status: 'submitted' });
    const run = await read<Run>(planner, `/runs/${thisYear?.id}`);
    expect(run.toConfirm).toBeGreaterThan(30);
    expect(run.answers.filter(({ toConfirm }) => !toConfirm).length).toBeGreaterThan(10);
    expect(new Set(run.assignments.map(({ person }) => person.id)).size).toBeGreaterThanOrEqual(6);
    const history = await read<unknown[]>(planner, `/runs/${thisYear?.id}/answers/H07-3/history`);
    expect(history).toMatchObject([{ value: '2' }, { value: '1' }, { origin: 'carried-over' }]);
  });

  test('is as far with its tasks as the year has come, each with somebody who has it', async () => {
    const planner = await visit('企画管理者');
    const { tasks } = await read<{ tasks: Task[] }>(planner, '/tasks?fiscalYear=2026');
    expect(tasks).toHaveLength(12);
    expect(tasks.every(({ owner }) => owner !== null)).toBe(true);
    const at = (status: Task['status']) => tasks.filter((task) => task.status === status);
    expect(at('done').every(({ dueOn }) => dueOn < '2026-11-21')).toBe(true);
    expect([at('done').length, at('doing').length, at('todo').length]).toEqual([6, 3, 3]);
    expect((await read<{ comments: unknown[] }>(planner, `/tasks/${at('doing')[0]?.id}`)).comments).toHaveLength(1);
  });

  test('has clauses of the guideline in every state, each with somebody who sees to it', async () => {
    const { parts } = await read<ClauseRegister>(await visit('監査担当'), '/clauses');
    const clauses = parts.flatMap((part) => part.clauses);
    const states = new Set(clauses.map(({ steps }) => steps[0]?.step));
    expect(states).toEqual(new Set([undefined, 'instructed', 'carried-out', 'reported', 'followed-up']));
    expect(clauses.filter(({ owner }) => owner !== null)).toHaveLength(13);
    expect(clauses.some(({ sign }) => sign?.kept === false)).toBe(true);
  });

  test('has a risk in every state, treatments in table 4-1, and more that are suggested', async () => {
    const auditor = await visit('監査担当');
    const { states } = await read<RiskSums>(auditor, '/risk-sums');
    expect(states.map(({ state, risks }) => [state, risks]).toSorted()).toEqual(
      [
        ...[
          ['unassessed', 1],
          ['undecided', 1],
          ['treating', 3],
          ['treated', 1],
        ],
        ...[
          ['asked', 1],
          ['accepted', 1],
          ['lapsed', 1],
        ],
      ].toSorted(),
    );
    const { rows } = await read<Safeguards>(auditor, '/safeguards');
    expect(rows.filter(({ preventive }) => preventive.open + preventive.done > 0).length).toBeGreaterThan(3);
    const { suggestions, passed } = await read<SuggestionList>(await visit('企画管理者'), '/suggested-risks');
    expect(suggestions.length).toBeGreaterThan(3);
    expect(suggestions[0]?.reasons.length).toBeGreaterThan(0);
    expect(passed).toHaveLength(1);
  });

  test('has three vendors: one has answered and sent, one is half-way, one has not begun', async () => {
    const { systems } = await read<VendorRegister>(await visit('監査担当'), '/vendor-systems');
    expect(systems.map(({ system, form }) => [system, form?.standing, form?.answered, form?.no.length])).toEqual([
      ['レセコン', 'answering', 5, 1],
      ['画像（PACS）', 'asked', 0, 0],
      ['電子カルテ', 'answered', 13, 2],
    ]);
  });

  test('has documents in force, one with a version that waits, and says where patients ask', async () => {
    const auditor = await visit('監査担当');
    const regulations = await read<RegulationRow[]>(auditor, '/regulations');
    expect(regulations.map(({ kind, current, draft }) => [kind, current?.number, draft?.number])).toEqual([
      ['plan', 1, undefined],
      ['policy', 2, undefined],
      ['rules', 1, 2],
    ]);
    expect(await read(auditor, '/desk')).toMatchObject({ place: expect.stringContaining('患者相談窓口') });
    const { entries } = await read<EnquiryPage>(auditor, '/enquiries');
    expect(entries.filter(({ repliedOn }) => repliedOn === null)).toHaveLength(1);
    expect((await read<ProvisionPage>(auditor, '/provisions')).entries).toHaveLength(3);
  });

  test('has audits that are closed, on their way and to come, with a finding that is late', async () => {
    const auditor = await visit('監査担当');
    const { audits } = await read<{ audits: AuditSummary[] }>(auditor, '/audits');
    expect(audits.map(({ state, kind }) => [state, kind])).toEqual([
      ['planned', 'external'],
      ['reported', 'internal'],
      ['closed', 'internal'],
    ]);
    const [, reported] = audits;
    expect(reported).toMatchObject({ openFindings: 3, lateFindings: 1 });
    const { veracity, findings } = await read<AuditView>(auditor, `/audits/${reported?.id}`);
    expect(veracity?.years).toHaveLength(2);
    expect(veracity?.overall.compared).toBeGreaterThan(10);
    expect(findings.map(({ state }) => state).toSorted()).toEqual(['closed', 'corrected', 'noted', 'open', 'open']);
  });

  test('has files that prove answers, a clause, and the measures of finished tasks', async () => {
    const files = await read<Evidence[]>(await visit('監査担当'), '/evidence');
    const places = files.map(({ itemId }) => itemId ?? 'task').toSorted();
    expect(places).toEqual(['GOV7-3-15', 'H01-6', 'H15-1', 'H15-4', 'R7-H-3-01', 'task', 'task']);
  });

  test('lets its staff answer the areas handed to them and no others', async () => {
    const staff = await visit('職員');
    const [run] = await runsOf(staff, 'hospital');
    expect((await read<Run>(staff, `/runs/${run?.id}`)).may).toMatchObject({ answer: ['02', '17'], submit: false });
  });

  test('has executives who see it rosier, in contradiction to a fact', async () => {
    const manager = await visit('医療情報システム安全管理責任者');
    const runs = await runsOf(manager, 'hospital');
    const lastYear = runs.find(({ fiscalYear }) => fiscalYear === 2025);
    const { mirror, result } = await read<ResultView>(manager, `/runs/${lastYear?.id}/result`);
    expect(mirror?.executives).toBe(4);
    expect(mirror?.overall.median).toBeGreaterThan(result.score ?? 3);
    expect(mirror?.contradictions.length).toBeGreaterThan(0);
  });

  test('has matters for its executives to decide, one put off, and decisions by their numbers', async () => {
    const executive = await visit('経営層');
    const { due, waiting, settled, suggested } = await read<DecisionList>(executive, '/decision-requests');
    expect([due.length, waiting.length, settled.length]).toEqual([4, 1, 3]);
    const numbers = [...settled, ...waiting].flatMap(({ decisions }) => decisions.map(({ number }) => number));
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4]);
    expect(suggested.map(({ source }) => source.split('/')[0])).toContain('result');
  });

  test('has an activity log that begins two years ago', async () => {
    const auditor = await visit('監査担当');
    let page = await read<ActivityPage>(auditor, '/activity?limit=200');
    while (page.next !== null) page = await read<ActivityPage>(auditor, `/activity?limit=200&after=${page.next}`);
    expect(page.entries.at(-1)).toMatchObject({
      at: expect.stringMatching(/^2024-/),
      act: 'organisation.profile-edited',
    });
  });
});

test('answers to the network questions agree with the answers to the same facts', async () => {
  const sheet = latestSheet(loadCatalogue(), 'network-level');
  const visitor = await visit('同規模');
  const answersIn = async (sheetId: SheetId) => {
    const [run] = await runsOf(visitor, sheetId);
    const { answers } = await read<Run>(visitor, `/runs/${run?.id}`);
    return new Map(answers.map(({ itemId, value }) => [itemId, value]));
  };
  const [network, own] = [await answersIn('network-level'), await answersIn('hospital')];
  for (const { id, near = [] } of sheet ? itemsOf(sheet) : []) {
    const isDone = near.every((item) => ['2', '3'].includes(own.get(item) ?? ''));
    if (!isDone) expect(network.get(id), id).not.toBe('yes');
  }
  expect(network.size).toBe(12);
});

describe('the work of this year', () => {
  test('is half done by the one who does everything alone', async () => {
    const [run] = await runsOf(await visit('一人'), 'hospital');
    expect(run).toMatchObject({ fiscalYear: 2026, status: 'open', items: 80 });
    expect(run?.answered).toBeGreaterThan(20);
    expect(run?.answered).toBeLessThan(70);
  });

  test('is half done in the pharmacy and not begun in the care home', async () => {
    expect((await runsOf(await visit('薬局'), 'small-facility'))[0]).toMatchObject({
      fiscalYear: 2026,
      status: 'open',
    });
    expect((await runsOf(await visit('介護施設'), 'small-facility'))[0]).toMatchObject({ fiscalYear: 2025 });
  });
});
