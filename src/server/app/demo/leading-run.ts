import type { Kysely } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { itemsOf, type Sheet } from '#core/catalogue/sheet.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { assignArea, beginRun, carryOver, saveAnswer } from '../../sheet/index.ts';
import { type Acting, type As, actAs } from './act-as.ts';
import { momentIn } from './calendar.ts';
import { holderOf } from './hospital-runs.ts';
import { type MadeAnswer, madeAnswers } from './made-answers.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Span, thisYear } from './span.ts';

type Parts = { readonly db: Kysely<Tables>; readonly catalogue: Catalogue };
type Open = {
  readonly as: As;
  readonly catalogue: Catalogue;
  readonly runId: string;
  readonly at: (step: number) => Date;
};

/** Who has which areas, and which of theirs they have looked through already. */
function handedOut(members: readonly Acting[]) {
  const [first, second] = members.filter(({ roles }) => roles.includes('operator'));
  const [trainer, nurse, clerk] = members.filter(({ roles }) => roles.includes('staff'));
  const planner = holderOf(members, 'planner');
  return [
    { by: planner, areas: ['01', '04', '14', '20', '21'], done: ['01', '14'] },
    { by: trainer ?? planner, areas: ['02', '17'], done: ['02'] },
    { by: nurse ?? planner, areas: ['09'], done: [] },
    { by: clerk ?? planner, areas: ['16'], done: [] },
    { by: first ?? planner, areas: ['03', '05', '07', '15'], done: ['03', '05'] },
    { by: second ?? planner, areas: ['06', '10', '12'], done: ['06', '10'] },
  ];
}

async function handOut({ as, catalogue, runId, at }: Open, members: readonly Acting[]): Promise<void> {
  const planner = holderOf(members, 'planner');
  for (const { by, areas } of handedOut(members)) {
    for (const areaId of areas) {
      await assignArea(as(planner, at(1)), catalogue, { runId, areaId, personId: by.id });
    }
  }
}

/** Revision of an answer nobody touched since it was carried over. */
const carriedOver = 1;

/** Confirms or changes, one by one, what was carried over in the areas that are done. */
async function lookThrough(
  { as, catalogue, runId, at }: Open,
  members: readonly Acting[],
  sheet: Sheet,
  own: readonly MadeAnswer[],
) {
  const valuesNow = new Map(own.map((answer) => [answer.itemId, answer]));
  for (const [place, { by, done }] of handedOut(members).entries()) {
    const items = sheet.areas.filter(({ id }) => done.includes(id)).flatMap((area) => area.items);
    for (const answer of items.flatMap(({ id }) => valuesNow.get(id) ?? [])) {
      await saveAnswer(as(by, at(2 + place)), catalogue, { ...answer, runId, revision: carriedOver });
    }
  }
}

/** One question two people came back to, so that its history has something to tell. */
async function comeBackTo({ as, catalogue, runId, at }: Open, members: readonly Acting[]): Promise<void> {
  const item = { runId, itemId: 'H07-3' };
  const [operator, planner] = [holderOf(members, 'operator'), holderOf(members, 'planner')];
  const asked = { ...item, value: '1' as const, note: 'VPN装置の版を事業者に問い合わせ中', revision: carriedOver };
  await saveAnswer(as(operator, at(8)), catalogue, asked);
  const told = {
    ...item,
    value: '2' as const,
    note: '最新の版と、管理画面が外から見えないことを報告書で確かめた',
    revision: carriedOver + 1,
  };
  await saveAnswer(as(planner, at(9)), catalogue, told);
}

/** This year's run of the leading hospital: last year's answers carried over, areas handed out, partly looked through. */
export function fillLeadingRun(
  { db, catalogue }: Parts,
  opened: OpenedFacility,
  sheet: Sheet,
  span: Span,
): Promise<void> {
  const { facility, members } = opened;
  const planner = holderOf(members, 'planner');
  const at = (step: number) => momentIn(span.years[thisYear] ?? 0, span.now, 0.7 + 0.02 * step, 0.1 + 0.08 * step);
  return actAs(db, opened.id, planner, async (as) => {
    const run = await beginRun(as(planner, at(0)), catalogue, 'hospital');
    if (run.answers.length > 0) return;
    const open = { as, catalogue, runId: run.id, at };
    const itemIds = itemsOf(sheet).map(({ id }) => id);
    await carryOver(as(planner, at(0)), catalogue, { runId: run.id, itemIds });
    await handOut(open, members);
    await lookThrough(open, members, sheet, madeAnswers(facility, sheet, thisYear));
    await comeBackTo(open, members);
  });
}
