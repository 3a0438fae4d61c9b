import { expect, it } from 'vitest';
import { peopleInCharge, provingFiles, shownRun, unproven, yearNote } from './inspection.ts';

const added = { addedBy: { id: '22222222-2222-4222-8222-222222222222', name: '企 画' }, addedAt: new Date() };
const file = (itemId: string | null, name: string) => ({ id: name, itemId, name, size: 1, ...added });

it('lists each file where it stands, in the order of the places, and none of other places', () => {
  const places = [
    { itemId: 'R7-H-2-01', at: '台帳', proves: ['2-①'], part: null },
    { itemId: 'H01-1', at: '設問', proves: ['1-①', '2-①'], part: null },
  ];
  const files = [file('H01-1', 'b.pdf'), file('R7-H-2-01', 'a.pdf'), file(null, 'task.pdf'), file('H99', 'c.pdf')];
  const found = provingFiles(files, places).map(({ name, proves, at }) => [name, proves, at]);
  expect(found).toEqual([
    ['a.pdf', ['2-①'], '台帳'],
    ['b.pdf', ['1-①', '2-①'], '設問'],
  ]);
});

it('names the roles an inspection asks for, also those nobody holds', () => {
  const people = peopleInCharge([
    { name: '院 長', roles: ['executive', 'safety-manager'] },
    { name: '職 員', roles: ['staff'] },
  ]);
  expect(people.map(({ role, people: of }) => [role, of])).toEqual([
    ['executive', ['院 長']],
    ['safety-manager', ['院 長']],
    ['planner', []],
    ['operator', []],
    ['auditor', []],
  ]);
});

it('tells which lines are answered はい and have no file', () => {
  const items = [
    { label: '1-①', state: 'yes' },
    { label: '2-①', state: 'yes' },
    { label: '2-②', state: 'no' },
    { label: '2-③', state: 'aside' },
  ] as const;
  expect(unproven([{ items }], [{ proves: ['2-①'] }])).toEqual(['1-①']);
});

it.each([
  ['this year, once it is done', [2025, 2026], [2025, 2026], 2026],
  ['last year, until then', [2025, 2026], [2025], 2025],
  ['last year on 1 April, with nothing begun', [2025], [2025], 2025],
  ['what is begun this year, where nothing was done', [2025, 2026], [], 2026],
  ['what was begun last year, where there is nothing else', [2025], [], 2025],
  ['nothing of years before', [2024], [2024], undefined],
])('shows %s', (_, years, done, shown) => {
  const runs = years.map((fiscalYear) => ({ fiscalYear }));
  expect(shownRun(runs, 2026, ({ fiscalYear }) => done.includes(fiscalYear))?.fiscalYear).toBe(shown);
});

it('says of which year a form is where it is not of this one', () => {
  expect(yearNote(2026, 2026)).toBeNull();
  expect(yearNote(2025, 2026)).toMatch(/^令和7年度.*のものです。令和8年度/);
});
