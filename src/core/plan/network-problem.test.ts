import { expect, it } from 'vitest';
import {
  madeUpArea,
  madeUpItem,
  madeUpMeasure,
  madeUpSheet,
  madeUpYesNo,
} from '../catalogue/testing/made-up-catalogue.ts';
import { networkMeasures, networkProblem } from './network-problem.ts';

const home = madeUpSheet('hospital', [
  madeUpArea(
    'H07',
    [madeUpItem('H07-1'), madeUpItem('H07-2')],
    [
      madeUpMeasure('M07-1', ['H07-1→2']),
      madeUpMeasure('M07-5', ['H07-2→2'], { requires: ['M07-1'] }),
      madeUpMeasure('M07-9', ['H07-2→1']),
    ],
  ),
  madeUpArea('H08', [madeUpItem('H08-1')], [madeUpMeasure('M08-1', ['H08-1→2'])]),
]);
const network = madeUpSheet('network-level', [madeUpArea('external', [madeUpItem('N1'), madeUpItem('N2')])], {
  scale: madeUpYesNo,
  effects: [
    { measure: 'M07-1', sets: ['N1'] },
    { measure: 'M07-5', sets: ['N2'] },
  ],
});
const wish = {
  budget: 0,
  personDays: 10,
  roleDays: [],
  begun: new Set<string>(),
  goal: 'level2',
  excluded: new Set<string>(),
  effortOf: ({ personDays }: { readonly personDays: number }) => ({ cost: 0, personDays }),
} as const;
const own = networkMeasures(network, home);
const measureOf = (id: string) => home.areas.flatMap(({ measures }) => measures).find((one) => one.id === id);
const problem = (yes: readonly string[], otherAnswers = new Map()) => {
  const answers = new Map(['N1', 'N2'].map((id) => [id, { value: yes.includes(id) ? 'yes' : 'no' } as const]));
  return networkProblem({ sheet: network, answers }, own, wish, { measureOf, otherAnswers });
};

it('has the measures that set answers of the network and what may have to stand first, and no scores', () => {
  expect(own.areas.map(({ id, measures }) => [id, measures.map((one) => one.id)])).toEqual([
    ['H07', ['M07-1', 'M07-5']],
  ]);
  expect(problem([]).items).toEqual([]);
});

it('asks for what has to stand first until the network says that it does, or the answers of its own sheet', () => {
  const firstOf = (asked: ReturnType<typeof problem>) => asked.measures.find(({ id }) => id === 'M07-5')?.requires;
  expect(firstOf(problem([]))).toEqual(['M07-1']);
  expect(firstOf(problem(['N1']))).toEqual([]);
  expect(firstOf(problem([], new Map([['H07-1', { value: '2' }]])))).toEqual([]);
});
