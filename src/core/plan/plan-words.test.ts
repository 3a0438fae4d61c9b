import { describe, expect, it } from 'vitest';
import type { Plan } from './plan.ts';
import { leftOutText, lowestText, planLead, yenText } from './plan-words.ts';

const one = { id: 'M01-1', cost: 150_000, personDays: 3, raises: [], network: [] };
const plan: Plan = {
  goal: 'weakest',
  status: 'optimal',
  gap: 0,
  stage: null,
  chosen: [one],
  cost: 150_000,
  personDays: 3,
  areas: [
    { id: '01', before: 0.5, after: 1.25 },
    { id: '02', before: 2, after: 2 },
  ],
  networkLevel: null,
  limits: { budget: { given: 200_000, needed: 150_000 }, personDays: { given: 5, needed: 3 }, roles: [] },
  ways: [],
  outOfReach: { areas: [], items: [] },
};

describe('a plan in words', () => {
  it('says what becomes of the weakest area', () => {
    expect(planLead(plan)).toBe('いちばん低い分野が0.5点から1.3点に上がります。あわせて1分野が上がります。');
    const areas = [...plan.areas, { id: '03', before: 0, after: 0 }];
    expect(planLead({ ...plan, areas })).toBe('いちばん低い分野は0.0点のままですが、1分野が上がります。');
    const areasAsTheyWere = plan.areas.map(({ id, before }) => ({ id, before, after: before }));
    expect(planLead({ ...plan, areas: areasAsTheyWere, networkLevel: { before: 0, after: 1 } })).toBe(
      'いちばん低い分野は0.5点のままです。院内ネットワークは、レベル0からレベル1に上がります。',
    );
    expect(planLead({ ...plan, areas: [], networkLevel: { before: 1, after: 2 } })).toBe(
      '院内ネットワークは、レベル1からレベル2に上がります。',
    );
    expect(lowestText([])).toBe('－');
  });

  it('says why nothing is chosen', () => {
    expect(planLead({ ...plan, chosen: [] })).toBe('この予算と人日で、点を上げられる対策はありません。');
    const networkLevel = { before: 2, after: 2 } as const;
    expect(planLead({ ...plan, chosen: [], goal: 'level2', networkLevel })).toBe('今のままで、目標に届いています。');
    expect(planLead({ ...plan, chosen: [], goal: 'level2' })).toBe(
      '分野は、今のままで目標に届いています。院内ネットワークは、提出した点検がないため、計画に入っていません。',
    );
    expect(planLead({ ...plan, goal: 'level2' })).toMatch(/計画に入っていません。$/);
    expect(planLead({ ...plan, status: 'infeasible', outOfReach: { areas: ['01'], items: [] } })).toBe(
      'どれだけ予算と人日があっても、目標に届く組み合わせがありません。',
    );
    expect(planLead({ ...plan, chosen: [], goal: 'level2', status: 'time-limit', gap: 1 })).toContain(
      '見つけられません',
    );
  });

  it.each([
    [0, '0円'],
    [9_000, '9,000円'],
    [10_000, '1万円'],
    [15_000, '1.5万円'],
    [150_500, '150,500円'],
    [12_000_000, '1,200万円'],
  ])('writes %i yen as people say them', (amount, text) => {
    expect(yenText(amount)).toBe(text);
  });

  it('says what is missing for a measure that was left out', () => {
    expect(
      leftOutText({
        reason: 'over-limit',
        missing: { budget: 20_000, personDays: 0.5, roles: [{ role: '院長', days: 1 }] },
      }),
    ).toBe('あと2万円と0.5人日と院長の1人日が要るため');
    expect(leftOutText({ reason: 'over-limit', missing: { budget: 0, personDays: 0, roles: [] } })).toContain(
      '確かめられなかった',
    );
  });
});
