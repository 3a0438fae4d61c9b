import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerValue, answerValueSchema } from '../catalogue/sheet.ts';
import { areasOverYears, differenceText, shareText, veracityOf, veracityWords } from './veracity.ts';

describe('areasOverYears', () => {
  const rights = { id: '06', title: '権限' };
  const saved = { id: '15', title: '控え' };
  const of = (area: typeof rights, fiscalYear: number, claimed: AnswerValue, audited: AnswerValue) => ({
    area,
    fiscalYear,
    claimed,
    audited,
  });

  it('puts all audits of a fiscal year together, the oldest year first, and leaves out what cannot be compared', () => {
    const pairs = [
      of(rights, 2026, '3', '1'),
      of(rights, 2025, '3', '3'),
      of(rights, 2026, '2', '2'),
      of(saved, 2026, '3', '3'),
      of(saved, 2025, 'not-applicable', '3'),
    ];
    expect(areasOverYears(pairs)).toMatchObject([
      {
        id: '06',
        title: '権限',
        years: [
          { fiscalYear: 2025, share: 1, compared: 1 },
          { fiscalYear: 2026, share: 0.5, compared: 2 },
        ],
      },
      { id: '15', years: [{ fiscalYear: 2026, share: 1 }] },
    ]);
  });

  it('tells of the last five years', () => {
    const pairs = [2019, 2020, 2021, 2022, 2023, 2024].map((year) => of(rights, year, '3', '3'));
    expect(areasOverYears(pairs)[0]?.years.map(({ fiscalYear }) => fiscalYear)).toEqual([2020, 2021, 2022, 2023, 2024]);
  });
});

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
