import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerValue, answerValueSchema } from '../catalogue/sheet.ts';
import { differenceText, shareText, veracityOf, veracityWords } from './veracity.ts';

const pair = (claimed: AnswerValue | null, audited: AnswerValue | null) => ({ claimed, audited });

describe('veracityOf', () => {
  it('compares はい and いいえ without points', () => {
    expect(veracityOf([pair('yes', 'no'), pair('yes', 'yes'), pair('unknown', 'yes')])).toEqual({
      compared: 3,
      same: 1,
      overstated: 1,
      understated: 1,
      share: 1 / 3,
      difference: null,
    });
  });

  it('counts what holds, what was claimed too high and too low, and the mean difference', () => {
    const found = veracityOf([pair('3', '3'), pair('3', '1'), pair('1', '2'), pair('2', '2')]);
    expect(found).toEqual({ compared: 4, same: 2, overstated: 1, understated: 1, share: 0.5, difference: 0.25 });
  });

  it('counts 分からない as 0 and leaves out what has no points', () => {
    expect(veracityOf([pair('unknown', '0'), pair('not-applicable', '2'), pair(null, '2'), pair('2', null)])).toEqual(
      expect.objectContaining({ compared: 1, same: 1, difference: 0 }),
    );
  });

  it('says nothing of nothing', () => {
    expect(veracityOf([])).toMatchObject({ compared: 0, share: null, difference: null });
    expect(veracityWords(veracityOf([]))).toContain('比べられる設問がありません');
  });

  it('puts every compared item on one side, and its difference within 3 points', () => {
    const value = fc.option(fc.constantFrom(...answerValueSchema.options));
    fc.assert(
      fc.property(fc.array(fc.record({ claimed: value, audited: value })), (pairs) => {
        const { compared, same, overstated, understated, difference } = veracityOf(pairs);
        expect(same + overstated + understated).toBe(compared);
        expect(Math.abs(difference ?? 0)).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('reads as people read it', () => {
    expect([shareText(0.806), shareText(null)]).toEqual(['81％', '－']);
    expect([0.44, -0.2, 0.04, null].map(differenceText)).toEqual(['+0.4点', '−0.2点', '0点', '－']);
  });
});
