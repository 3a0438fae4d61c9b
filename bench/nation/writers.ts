import type { LoadCall } from '../caller.ts';
import { atMost, quantile, type Row } from '../row.ts';
import { sendLoad } from '../send-load.ts';
import type { Both } from './growth.ts';
import { beginNextYear, type Due, questionsOf, valueOf } from './next-year.ts';
import { cookieOf, type World } from './world.ts';

const writers = 200;
const writersOfHospital = 3;
export const hospitalsOfWriters = Math.ceil(writers / writersOfHospital);
const rounds = 3;
const mostGrowth = 1.5;

const questions = questionsOf(['hospital']);

function linesOf(due: readonly Due[], round: number): readonly (readonly LoadCall[])[] {
  const people = due.flatMap((facility) =>
    [facility.operator, facility.manager, facility.administrator].map((person, nth) => ({ facility, person, nth })),
  );
  return people.slice(0, writers).map(({ facility, person, nth }) =>
    questions
      .filter((_, place) => place % writersOfHospital === nth)
      .map((question, place) => ({
        method: 'PUT',
        path: `/facilities/${facility.facilityId}/runs/${facility.runs.hospital}/answers/${question.itemId}`,
        body: { value: valueOf(question, place + round), note: '', revision: round },
        cookie: cookieOf(person),
      })),
  );
}

async function saving({ url }: World, due: readonly Due[], round: number) {
  const lines = linesOf(due, round);
  const { each, total } = await sendLoad({ url, cookie: '', lines });
  return { p50Ms: quantile(each, 0.5), p95Ms: quantile(each, 0.95), perSecond: each.length / (total / 1000) };
}

async function submitting({ url }: World, due: readonly Due[]) {
  const complete = due.slice(0, Math.floor(writers / writersOfHospital));
  const line = complete.map(({ facilityId, runs, manager }): LoadCall => {
    const path = `/facilities/${facilityId}/runs/${runs.hospital}/submission`;
    return { method: 'POST', path, cookie: cookieOf(manager) };
  });
  const { each } = await sendLoad({ url, cookie: '', lines: [line] });
  return { p50Ms: quantile(each, 0.5), p95Ms: quantile(each, 0.95), submissions: each.length };
}

const least = <Key extends string>(measured: readonly Readonly<Record<Key, number>>[], key: Key) =>
  Math.min(...measured.map((one) => one[key]));

/** 200 people of 67 hospitals save answers beside each other, each waiting for the own one; then the hospitals submit. */
export async function writerRows(worlds: Both<World>): Promise<readonly Row[]> {
  const of = { sheets: ['hospital'] as const, from: 0, to: hospitalsOfWriters - 1, small: 0 };
  const due = { few: await beginNextYear(worlds.few.owner, of), nation: await beginNextYear(worlds.nation.owner, of) };
  const saved = { few: [], nation: [] } as { few: Awaited<ReturnType<typeof saving>>[]; nation: typeof saved.few };
  for (let round = 0; round < rounds; round += 1) {
    saved.few.push(await saving(worlds.few, due.few, round));
    saved.nation.push(await saving(worlds.nation, due.nation, round));
  }
  const submitted = {
    few: await submitting(worlds.few, due.few),
    nation: await submitting(worlds.nation, due.nation),
  };
  return [
    atMost(mostGrowth, {
      name: 'growth of answer saving under 200 writers',
      value: least(saved.nation, 'p50Ms') / least(saved.few, 'p50Ms'),
      unit: 'times the median at 1,000 facilities',
      raw: { writers, ...saved },
    }),
    atMost(mostGrowth, {
      name: 'growth of submission',
      value: submitted.nation.p50Ms / submitted.few.p50Ms,
      unit: 'times the median at 1,000 facilities',
      raw: submitted,
    }),
  ];
}
