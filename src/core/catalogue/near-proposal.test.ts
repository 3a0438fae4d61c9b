import { describe, expect, it } from 'vitest';
import { proposeFromNear } from './near-proposal.ts';
import type { AnswerValue } from './sheet.ts';

describe('a proposal from near answers', () => {
  it.each<[readonly (AnswerValue | null)[], 'yes' | 'no' | undefined]>([
    [['3'], 'yes'],
    [['0'], 'no'],
    [['3', '3'], 'yes'],
    [['3', '0'], 'no'],
    [['0', null], 'no'],
  ])('of %j is %s', (answers, proposal) => expect(proposeFromNear(answers)).toBe(proposal));

  it.each<[readonly (AnswerValue | null)[]]>([
    [['1']],
    [['2']],
    [['unknown']],
    [['not-applicable']],
    [[null]],
    [['3', '2']],
    [['3', null]],
    [[]],
  ])('of %j is left to a person', (answers) => expect(proposeFromNear(answers)).toBeUndefined());
});
