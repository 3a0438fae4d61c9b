import { expect, test } from 'vitest';
import { daysOfFiscalYear } from '../../kernel/fiscal-year.ts';
import { suggestedDueOn, type YearFacts, yearStepIds, yearSteps } from './year-step.ts';

const nothing: YearFacts = {
  fiscalYear: 2026,
  today: '2026-11-27',
  assessment: { begun: false, submittedOn: null },
  tasks: { all: 0, ofMeasures: 0, fromBefore: 0, done: 0, late: 0 },
  audits: { planned: 0, begun: false, reportedOn: null },
  recordedOn: {},
  dueOn: {},
};

const statesOf = (facts: YearFacts) => Object.fromEntries(yearSteps(facts).map(({ id, state }) => [id, state]));
const wordsOf = (facts: YearFacts) => Object.fromEntries(yearSteps(facts).map(({ id, words }) => [id, words]));

test('every day suggested lies within its fiscal year', () => {
  for (const step of yearStepIds) {
    const { first, last } = daysOfFiscalYear(2026);
    const day = suggestedDueOn(step, 2026);
    expect(day >= first && day <= last, `${step} ${day}`).toBe(true);
  }
});

test('of a year in which nothing was done, what is past its day is late and the rest is still to come', () => {
  expect(statesOf(nothing)).toEqual({
    assess: 'late',
    plan: 'late',
    act: 'later',
    audit: 'later',
    drill: 'later',
    train: 'late',
    report: 'later',
  });
});

test('a day within two weeks is near; a day the facility has set counts in place of the suggestion', () => {
  expect(statesOf({ ...nothing, dueOn: { drill: '2026-12-11' } }).drill).toBe('soon');
  expect(statesOf({ ...nothing, dueOn: { assess: '2027-01-31' } }).assess).toBe('later');
  expect(yearSteps({ ...nothing, dueOn: { drill: '2026-12-11' } }).filter(({ suggested }) => !suggested)).toMatchObject(
    [{ id: 'drill', dueOn: '2026-12-11' }],
  );
});

test('what is done is done, however late', () => {
  const facts = {
    ...nothing,
    assessment: { begun: true, submittedOn: '2026-11-12' },
    recordedOn: { train: '2026-11-01' },
  };
  expect(statesOf(facts)).toMatchObject({ assess: 'done', train: 'done' });
  expect(wordsOf(facts)).toMatchObject({ assess: '令和8年11月12日に提出', train: '令和8年11月1日に記録' });
});

test('a year that only goes on with measures of the one before has no plan yet', () => {
  const tasks = { all: 4, ofMeasures: 0, fromBefore: 4, done: 0, late: 0 };
  const soon = { ...nothing, today: '2026-06-01', tasks };
  expect(statesOf(soon)).toMatchObject({ plan: 'now' });
  expect(wordsOf(soon)).toMatchObject({ plan: '前の年度から続く対策だけ（4件）' });
});

test('tasks are under way until the last of them is finished, and say how many are late', () => {
  const tasks = { all: 7, ofMeasures: 6, fromBefore: 0, done: 3, late: 2 };
  expect(statesOf({ ...nothing, tasks })).toMatchObject({ plan: 'done', act: 'now' });
  expect(wordsOf({ ...nothing, tasks })).toMatchObject({ plan: '対策 6件', act: '7件中3件が終わった・遅れ 2件' });
  expect(statesOf({ ...nothing, tasks: { ...tasks, done: 7, late: 0 } }).act).toBe('done');
});

test('an audit that is planned, begun and reported moves its step; what is recorded at the clause counts as well', () => {
  const of = (audits: Partial<YearFacts['audits']>, recordedOn: YearFacts['recordedOn'] = {}) =>
    yearSteps({ ...nothing, audits: { ...nothing.audits, ...audits }, recordedOn }).find(({ id }) => id === 'audit');
  expect(of({ planned: 1 })).toMatchObject({ state: 'later', words: '監査の予定があります' });
  expect(of({ planned: 1, begun: true })).toMatchObject({ state: 'now', words: '監査の途中' });
  expect(of({ planned: 2, begun: true, reportedOn: '2026-11-20' })).toMatchObject({
    state: 'done',
    words: '令和8年11月20日に報告',
  });
  expect(of({ planned: 1 }, { audit: '2026-10-01' })).toMatchObject({ state: 'done', words: '令和8年10月1日に記録' });
});
