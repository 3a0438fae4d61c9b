import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AcceptanceBasis, basisOf, decideAcceptance, partsChanged } from './acceptance-basis.ts';
import { changedWords } from './accepted-parts.ts';
import type { RiskState } from './risk-state.ts';
import type { Treatment } from './treatment.ts';

type Now = Parameters<typeof partsChanged>[1];
type Acceptance = NonNullable<Now['acceptance']>;

const treatment: Treatment = {
  id: '11111111-1111-4111-8111-111111111111',
  option: 'reduce',
  what: '院内の網から切り離す',
  reason: '',
  dueOn: null,
  doneOn: '2026-06-01',
  kind: null,
  lineId: null,
  measureId: null,
  owner: null,
  task: null,
};
const acceptance: Acceptance = {
  reason: '更新は来年度',
  until: '2027-03-31',
  level: 8,
  impact: 4,
  changed: null,
  decided: { outcome: 'approved', number: '令和8年度 第3号', reason: '', until: '2027-03-31' },
};
const risk: Now = {
  state: 'accepted',
  title: '検査機器の古いOS',
  assets: ['検査機器', '端末'],
  threat: '感染が広がる',
  weakness: 'OSの保守が終わっている。',
  careFunction: '検体検査',
  outageHours: 72,
  patients: 200,
  leaked: null,
  estimate: { likelihood: 3, impact: 5 },
  after: { likelihood: 2, impact: 4 },
  levelAfter: 8,
  treatments: [treatment],
  acceptance,
};
type Change = Partial<Now>;
const at = (change: Change): Now => ({ ...risk, ...change });
const basis = basisOf(at({}), null, []);

describe('an acceptance stands for the risk as it was put before the executives', () => {
  it.each<[string, Change, readonly string[]]>([
    ['nothing', {}, []],
    ['spaces, width and punctuation', { weakness: ' ＯＳの保守が、終わっている' }, []],
    ['the order of what it is about', { assets: ['端末', '検査機器'] }, []],
    ['fewer hours and patients', { outageHours: 24, patients: 0 }, []],
    ['less that remains', { levelAfter: 4, after: { likelihood: 1, impact: 4 } }, []],
    ['one treatment more', { treatments: [{ ...treatment, id: 'x' }, treatment] }, []],
    ['the owner and the day of a treatment', { treatments: [{ ...treatment, dueOn: '2030-01-01', reason: 'x' }] }, []],
    ['more that remains', { levelAfter: 12, after: { likelihood: 3, impact: 4 } }, ['level']],
    ['more harm, less likely', { levelAfter: 5, after: { likelihood: 1, impact: 5 } }, ['impact']],
    ['no word of what remains', { levelAfter: 15, after: null }, ['level', 'impact']],
    [
      'another scenario',
      { title: '別の機器', threat: '盗まれる', weakness: '鍵がない' },
      ['title', 'threat', 'weakness'],
    ],
    ['something more it is about', { assets: ['検査機器', '端末', '電子カルテ'] }, ['assets']],
    ['another function of care', { careFunction: '手術' }, ['careFunction']],
    ['more hours', { outageHours: 96 }, ['outageHours']],
    ['patients nobody counts any more', { patients: null }, ['patients']],
    ['a leak nobody had thought of', { leaked: 1 }, ['leaked']],
    ['a treatment taken away', { treatments: [] }, ['treatments']],
    ['a treatment that works no more', { treatments: [{ ...treatment, doneOn: null }] }, ['treatments']],
    ['another way of treating', { treatments: [{ ...treatment, option: 'transfer' }] }, ['treatments']],
    ['other words of a treatment', { treatments: [{ ...treatment, what: '様子を見る' }] }, ['treatments']],
  ])('of %s', (_, change, parts) => {
    expect(partsChanged(basis, at(change))).toEqual(parts);
    expect(decideAcceptance(at(change), basis).kind).toBe(parts.length > 0 ? 'ask-anew' : 'stands');
  });

  it.each<RiskState>(['asked', 'accepted', 'lapsed'])(
    'so a risk that is %s asks anew, and tells what has changed',
    (state) => {
      const decision = decideAcceptance(at({ state, careFunction: '手術' }), basis);
      expect(decision).toMatchObject({ kind: 'ask-anew', parts: ['careFunction'] });
    },
  );

  it('what they declined asks nobody', () => {
    expect(decideAcceptance(at({ state: 'refused', careFunction: '手術' }), basis)).toEqual({ kind: 'stands' });
  });

  it('whatever the numbers, more harm asks anew and less does not', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(99_999), (before, now) => {
        const parts = partsChanged({ ...basis, outageHours: before }, at({ outageHours: now }));
        expect(parts.includes('outageHours')).toBe(now > before);
      }),
    );
  });

  it('what has changed since the acceptance is gathered until they have decided of it', () => {
    const first = decideAcceptance(at({ careFunction: '手術' }), basis);
    const asked = (first as { basis: AcceptanceBasis }).basis;
    expect(asked.changed).toEqual({ number: '令和8年度 第3号', parts: ['careFunction'] });
    const undecided = { ...acceptance, decided: null };
    const second = decideAcceptance(
      at({ state: 'asked', acceptance: undecided, careFunction: '手術', leaked: 5 }),
      asked,
    );
    const { changed } = (second as { basis: AcceptanceBasis }).basis;
    expect(changed).toEqual({ number: '令和8年度 第3号', parts: ['careFunction', 'leaked'] });
    expect(changed && changedWords(changed)).toBe(
      '令和8年度 第3号で受け入れたあとに変わったこと：止まる業務、情報が漏れる人の数。',
    );
    expect(basisOf(at({ acceptance: undecided }), null, ['leaked']).changed).toBeNull();
    expect(basisOf(at({}), asked, []).changed).toBeNull();
  });
});
