import { describe, expect, it } from 'vitest';
import type { Facts } from './facts.ts';
import { nextTasks } from './next-tasks.ts';
import { finishedHospital, newClinic, newHospital, openRun, submittedRun } from './testing/facts.ts';

const keys = (facts: Facts) => nextTasks(facts).map(({ key }) => key);
const as = (roles: Facts['person']['roles'], facts: Facts = newHospital): Facts => ({
  ...facts,
  person: { id: 'p', roles },
});
const mine = { runId: 'run', sheetTitle: '病院システム', titles: ['ログ', '監視', '保守', 'BCP'], left: 11 };

describe('nextTasks of a new facility', () => {
  it('begins with the sheet that fits, then the network, then people', () => {
    expect(keys(newHospital)).toEqual(['begin-main', 'begin-network', 'executives', 'alone']);
    expect(nextTasks(newHospital)[0]?.act).toEqual({ label: '点検を始める', begin: 'hospital' });
  });

  it('has the guessed type confirmed before anything is begun', () => {
    const guessed = { ...newHospital, profile: { type: 'hospital' as const, typeGuessed: true, beds: null } };
    expect(keys(guessed)[0]).toBe('type');
    expect(keys(guessed)).not.toContain('beds');
  });

  it('asks a clinic for executives only where somebody was given the role', () => {
    expect(keys(newClinic)).toEqual(['begin-main', 'begin-network', 'alone']);
    expect(keys({ ...newClinic, executives: { members: 1, invited: 0, answered: 0 } })).toContain('executives');
  });

  it('asks for the beds of a hospital, not of a pharmacy', () => {
    const profile = { type: 'hospital' as const, typeGuessed: false, beds: null };
    expect(keys({ ...newHospital, profile })).toContain('beds');
    expect(keys({ ...newHospital, profile: { ...profile, type: 'pharmacy' } })).not.toContain('beds');
  });
});

describe('nextTasks of an open run', () => {
  it('goes on at the answers given so far', () => {
    const task = nextTasks({ ...newHospital, main: openRun }).find(({ key }) => key === 'run');
    expect(task?.detail).toContain('52');
    expect(task?.act).toEqual({ label: '続きに答える', href: '/facilities/f/runs/run' });
  });

  it('puts answers to confirm before the rest and does not offer submission meanwhile', () => {
    const run = { ...openRun, answered: 80, toConfirm: 12 };
    const tasks = nextTasks({ ...newHospital, main: run });
    expect(tasks[0]?.act).toEqual({ label: '回答を確かめる', href: '/facilities/f/runs/run?show=to-confirm' });
    expect(tasks.some(({ title }) => title.includes('提出'))).toBe(false);
  });

  it('offers submission once every item is answered, only to those who may submit', () => {
    const facts = { ...newHospital, main: { ...openRun, answered: 80 } };
    expect(nextTasks(facts)[0]?.title).toBe('点検票を提出する');
    expect(nextTasks(as(['operator'], facts)).some(({ title }) => title.includes('提出'))).toBe(false);
  });

  it('proposes to share the areas out where several people could answer', () => {
    expect(keys({ ...newHospital, main: openRun, members: 4 })).toContain('assign');
    expect(keys({ ...newHospital, main: { ...openRun, assigned: 3 }, members: 4 })).not.toContain('assign');
    expect(keys({ ...newHospital, main: openRun, members: 1 })).not.toContain('assign');
  });
});

describe('nextTasks by person', () => {
  it('shows staff their areas and nothing else', () => {
    const facts = as(['staff'], { ...newHospital, main: openRun, members: undefined, myAreas: [mine] });
    expect(keys(facts)).toEqual(['mine-run']);
    expect(keys(as(['staff'], finishedHospital))).toEqual([]);
    expect(nextTasks(facts)[0]?.detail).toBe('病院システム：ログ、監視、保守 ほか1分野');
  });

  it('asks an executive for the own sheet until it is submitted', () => {
    expect(keys(as(['executive']))).toEqual(['begin-executive']);
    const submitted = { ...openRun, status: 'submitted' as const };
    expect(keys(as(['executive'], { ...newHospital, executive: submitted }))).toEqual([]);
  });

  it('tells an executive first how much waits for a decision, and where', () => {
    const facts = as(['executive'], { ...newHospital, decisions: ['予算を決める', '任命する', '終了する'] });
    const [first] = nextTasks(facts);
    expect(first?.title).toBe('経営者が決めることが3件あります');
    expect(first?.detail).toBe('「予算を決める」ほか2件');
    expect(first?.act).toEqual({ label: '決める案を見る', href: '/facilities/f/decisions' });
    expect(nextTasks({ ...facts, decisions: ['予算を決める'] })[0]?.detail).toBe('「予算を決める」');
  });

  it('gives an auditor the result to read and nothing to do', () => {
    expect(keys(as(['auditor']))).toEqual([]);
    expect(keys(as(['auditor'], finishedHospital))).toEqual(['result']);
  });
});

describe('nextTasks towards the end of the year', () => {
  it('leads to the result and to the ministry checklist until that is submitted', () => {
    expect(keys(finishedHospital)).toEqual(['result', 'checklist']);
    expect(keys({ ...finishedHospital, checklist: { ...submittedRun, id: 'form' } })).toEqual(['result']);
  });

  it('does not take last year’s result for this year’s', () => {
    const last = {
      runId: 'old',
      fiscalYear: 2025,
      preview: false,
      score: 1.3,
      weakAreas: 17,
      areas: 21,
      change: null,
      proven: null,
    };
    expect(keys({ ...newHospital, result: last })).not.toContain('result');
  });

  it('waits for executives who have not answered', () => {
    const executives = { members: 2, invited: 1, answered: 1 };
    const task = nextTasks({ ...finishedHospital, executives }).find(({ key }) => key === 'executives');
    expect(task?.detail).toBe('2人のうち1人が提出済み・招待中 1人');
  });
});
