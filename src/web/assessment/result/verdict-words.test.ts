import { describe, expect, it } from 'vitest';
import { reportOf } from '#core/assessment/report.ts';
import { assess } from '#core/assessment/result.ts';
import { answersOf } from '#core/assessment/testing/made-up-answers.ts';
import type { AnswerValue } from '#core/catalogue/sheet.ts';
import { madeUpArea, madeUpItem, madeUpMeasure, madeUpSheet } from '#core/catalogue/testing/made-up-catalogue.ts';
import { beginningOf, readingNote } from './verdict-words.ts';

const measures = [madeUpMeasure('M1', ['H1→2']), madeUpMeasure('M2', ['H2→2'], { personDays: 2 })];
const sheet = madeUpSheet('hospital', [madeUpArea('01', [madeUpItem('H1'), madeUpItem('H2')], measures)]);

function shown(one: AnswerValue | null, two: AnswerValue | null) {
  const answers = answersOf({ H1: one, H2: two });
  const result = assess(sheet, answers, { measureOf: (id) => measures.find((measure) => measure.id === id) });
  return { sheet, answers, result, report: reportOf({ sheet, answers, result, now: new Date('2026-11-21') }) };
}

describe('the note on how to read a result', () => {
  it('tells nothing but "don\'t know" from nothing but 0', () => {
    expect(readingNote(shown('unknown', 'unknown'))).toContain('2問すべてが「分からない」です');
    expect(readingNote(shown('0', '0'))).toContain('未回答ではありません。2問すべてに「していない」');
    expect(readingNote(shown('0', 'unknown'))).toContain('すべて「していない」か「分からない」');
  });

  it('counts only what was answered', () => {
    expect(readingNote(shown('0', null))).toContain('1問すべて');
  });

  it('says why there is no score where nothing applies', () => {
    expect(readingNote(shown('not-applicable', 'not-applicable'))).toContain('2問がすべて「対象外」');
  });

  it('is not needed where a score speaks for itself, or nothing is answered', () => {
    expect(readingNote(shown('0', '1'))).toBe('');
    expect(readingNote(shown(null, null))).toBe('');
  });
});

describe('where to begin', () => {
  it('is the first measure, with what those to begin with take together', () => {
    expect(beginningOf(shown('0', '0').report)).toEqual({ title: 'M1をする', count: 2, cost: '0円', effort: '3人日' });
  });

  it('is nowhere where nothing is weak', () => {
    expect(beginningOf(shown('3', '3').report)).toBeNull();
  });
});
