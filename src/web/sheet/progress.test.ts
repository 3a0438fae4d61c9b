import { describe, expect, it } from 'vitest';
import { openPart, progressOf, type Standings, shownItems } from './progress.ts';
import type { AnswerView } from './queries.ts';
import { partsOf } from './sheet-part.ts';
import { shownAnswer } from './shown-answer.ts';
import { madeAnswer, madeSheet, me } from './testing/made-up.ts';

const parts = partsOf(madeSheet);
const [areaA, areaB] = parts;
const anyone = () => true;

function standings(answers: readonly AnswerView[], assigned: readonly string[] = []): Standings {
  return {
    sheet: madeSheet,
    personId: me.id,
    answers: new Map(answers.map((answer) => [answer.itemId, shownAnswer(answer, undefined)])),
    assignments: assigned.map((areaId) => ({ areaId, person: me })),
  };
}

const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('shownItems', () => {
  it('counts 対象外 without its reason as unanswered', () => {
    if (!areaA) throw new Error('no area');
    const given = standings([
      madeAnswer({ itemId: 'A1', value: 'not-applicable', note: '' }),
      madeAnswer({ itemId: 'A2', value: 'unknown' }),
    ]);
    expect(idsOf(shownItems('unanswered', areaA, given))).toEqual(['A1']);
    expect(progressOf(areaA.items, given)).toMatchObject({ needed: 2, answered: 1 });
  });

  it('leaves out what need not be answered, which nobody has answered either', () => {
    if (!areaA) throw new Error('no area');
    const given = { ...standings([]), setAside: new Map([['A1', 'gate' as const]]) };
    expect(idsOf(shownItems('unanswered', areaA, given))).toEqual(['A2']);
    expect(progressOf(areaA.items, given)).toEqual({ needed: 1, answered: 0, toConfirm: 0, aside: 1, undated: 0 });
  });

  it('counts what lacks its day as answered and not as done', () => {
    if (!areaA) throw new Error('no area');
    const checklist = { ...madeSheet, id: 'checklist-institution' } as const;
    const [dated, undated] = ['2026-11-27', null].map((confirmedOn) => ({
      ...standings(['A1', 'A2'].map((itemId) => madeAnswer({ itemId, value: '2', confirmedOn }))),
      sheet: checklist,
    }));
    if (!dated || !undated) throw new Error('no standings');
    expect(idsOf(shownItems('unanswered', areaA, undated))).toEqual(['A1', 'A2']);
    expect(progressOf(areaA.items, undated)).toMatchObject({ needed: 2, answered: 2, undated: 2 });
    expect(shownItems('unanswered', areaA, dated)).toEqual([]);
    expect(progressOf(areaA.items, dated)).toMatchObject({ needed: 2, answered: 2, undated: 0 });
  });

  it('shows what is to be confirmed until the person changes it', () => {
    if (!areaA) throw new Error('no area');
    const answer = madeAnswer({ itemId: 'A1', toConfirm: true });
    expect(idsOf(shownItems('to-confirm', areaA, standings([answer])))).toEqual(['A1']);
    expect(progressOf(areaA.items, standings([answer]))).toMatchObject({ answered: 0, toConfirm: 1 });
    const drafted = standings([answer]);
    const changed = new Map([['A1', shownAnswer(answer, { value: '0', note: '', revision: 1 })]]);
    expect(shownItems('to-confirm', areaA, { ...drafted, answers: changed })).toEqual([]);
  });

  it('shows the items of the areas handed to the person', () => {
    if (!areaA || !areaB) throw new Error('no area');
    expect(idsOf(shownItems('mine', areaB, standings([], ['B'])))).toEqual(['B1']);
    expect(shownItems('mine', areaA, standings([], ['B']))).toEqual([]);
  });
});

describe('openPart', () => {
  const half = standings([madeAnswer({ itemId: 'A1' }), madeAnswer({ itemId: 'A2' })]);

  it('is the one the address names', () => {
    expect(openPart(parts, { area: 'A' }, half, anyone)?.id).toBe('A');
  });

  it('is the first with something left where the address names none', () => {
    expect(openPart(parts, {}, half, anyone)?.id).toBe('B');
    expect(openPart(parts, { area: 'nowhere' }, half, anyone)?.id).toBe('B');
  });

  it('is one the person may answer', () => {
    expect(openPart(parts, {}, standings([]), ({ id }) => id === 'B1')?.id).toBe('B');
  });

  it('is the first where nothing is left', () => {
    const all = standings(['A1', 'A2', 'B1'].map((itemId) => madeAnswer({ itemId })));
    expect(openPart(parts, {}, all, anyone)?.id).toBe('A');
  });
});
