import { describe, expect, it } from 'vitest';
import { assessmentSteps } from './assessment-steps.ts';
import { finishedHospital, newClinic, newHospital, openRun } from './testing/facts.ts';

const step = (facts: typeof newHospital, title: string) => assessmentSteps(facts).find((one) => one.title === title);

describe('assessmentSteps', () => {
  it('are all ahead in a new facility but the choice of the sheet', () => {
    expect(assessmentSteps(newHospital).map(({ state }) => state)).toEqual([
      'done',
      'later',
      'later',
      'later',
      'later',
      'later',
    ]);
  });

  it('leave out executives where a small facility has none', () => {
    expect(step(newClinic, '経営層')).toBeUndefined();
    expect(step({ ...newClinic, executives: { members: 1, invited: 0, answered: 1 } }, '経営層')?.state).toBe('done');
  });

  it('are all done, with their numbers, in a finished year', () => {
    expect(assessmentSteps(finishedHospital).map(({ state }) => state)).toEqual(Array(6).fill('done'));
    expect(assessmentSteps(finishedHospital).map(({ words }) => words)).toEqual([
      '21分野80問',
      '80問すべて',
      '11月12日に提出',
      '総合 1.64',
      'レベル1',
      '2人中2人が提出',
    ]);
  });

  it('count the answers on the way', () => {
    expect(step({ ...newHospital, main: openRun }, '回答')).toEqual({
      title: '回答',
      state: 'now',
      words: '52 / 80問',
    });
  });

  it('draw attention to what holds submission up, and to submission itself', () => {
    const run = { ...openRun, answered: 80 };
    expect(step({ ...newHospital, main: { ...run, toConfirm: 3 } }, '回答')?.words).toBe('確定待ち 3問');
    expect(step({ ...newHospital, main: { ...run, toConfirm: 3 } }, '提出')?.state).toBe('later');
    expect(step({ ...newHospital, main: run }, '提出')?.state).toBe('attention');
  });

  it('call the result of an open run what it is', () => {
    const result = {
      runId: 'run',
      fiscalYear: 2026,
      preview: true,
      score: 1.4,
      weakAreas: 3,
      areas: 21,
      change: null,
      proven: null,
    };
    expect(step({ ...newHospital, main: openRun, result }, '結果')?.words).toBe('途中 1.40');
  });

  it('say that the kind of facility is a guess', () => {
    const facts = { ...newHospital, profile: { type: 'clinic' as const, typeGuessed: true, beds: null } };
    expect(step(facts, '点検票')).toEqual({ title: '点検票', state: 'attention', words: '無床診療所（推定）' });
  });

  it('do not count executives whose answers the person cannot know', () => {
    const executives = { members: 3, invited: 0, answered: undefined };
    expect(step({ ...newHospital, executives }, '経営層')?.words).toBe('3人');
  });
});
