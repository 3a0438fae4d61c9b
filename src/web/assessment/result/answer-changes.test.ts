import { describe, expect, it } from 'vitest';
import { changeSince } from '#core/assessment/change.ts';
import { answersOf } from '#core/assessment/testing/made-up-answers.ts';
import type { AnswerValue } from '#core/catalogue/sheet.ts';
import { madeUpArea, madeUpItem, madeUpSheet, madeUpYesNo } from '#core/catalogue/testing/made-up-catalogue.ts';
import { answerChanges } from './answer-changes.ts';

const area = madeUpArea('01', [madeUpItem('H1')]);
const steps = madeUpSheet('hospital', [area]);
const yesNo = madeUpSheet('network-level', [area], { scale: madeUpYesNo });

function groupOf(sheet: typeof steps, before: AnswerValue | null, after: AnswerValue | null) {
  const { items } = changeSince(
    { sheet, answers: answersOf({ H1: before }) },
    { sheet, answers: answersOf({ H1: after }) },
  );
  const { risen, fallen, other } = answerChanges(items);
  return [...risen.map(() => 'risen'), ...fallen.map(() => 'fallen'), ...other.map(() => 'other')];
}

describe('changed answers', () => {
  it.each<[AnswerValue | null, AnswerValue | null, string[]]>([
    ['1', '2', ['risen']],
    ['unknown', '1', ['risen']],
    ['2', '0', ['fallen']],
    ['2', 'unknown', ['fallen']],
    ['unknown', '0', ['other']],
    ['not-applicable', '2', ['other']],
    ['2', '2', []],
    ['2', null, []],
    [null, '2', []],
  ])('from %s to %s on a sheet of steps is %j', (before, after, group) => {
    expect(groupOf(steps, before, after)).toEqual(group);
  });

  it.each<[AnswerValue, AnswerValue, string[]]>([
    ['no', 'yes', ['risen']],
    ['unknown', 'yes', ['risen']],
    ['yes', 'unknown', ['fallen']],
    ['unknown', 'no', ['other']],
  ])('from %s to %s on a sheet of はい and いいえ is %j', (before, after, group) => {
    expect(groupOf(yesNo, before, after)).toEqual(group);
  });
});
