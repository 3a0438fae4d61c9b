import { expect, it } from 'vitest';
import type { Decision } from '../../plan/decision/decision.ts';
import { type DecisionRequest, requestEditSchema } from '../../plan/decision/request.ts';
import { askedOf, clauseRequest, clauseSource, isAccepted, isOvertaken, lastSaidOf } from './clause-request.ts';

const part = { id: 'GOV7', title: '経営管理編', version: '7.0' };
const clause = {
  part,
  label: '3⑯',
  text: '事業者・有識者との非常時の情報共有・支援を取り決める',
  undone: '予算がないため',
  before: null,
};
const person = { id: '22222222-2222-4222-8222-222222222222', name: '院 長' };
const source = clauseSource('GOV7-3-16');
const request = (part: Partial<DecisionRequest> = {}): DecisionRequest => ({
  ...clauseRequest(clause),
  id: person.id,
  source,
  askedBy: person,
  askedAt: new Date('2026-11-01'),
  withdrawnAt: null,
  revision: 1,
  decisions: [],
  ...part,
});
const decision: Decision = {
  id: person.id,
  fiscalYear: 2026,
  number: 3,
  outcome: 'deferred',
  reason: '見積りを待つ',
  until: '2026-12-10',
  decidedBy: person,
  decidedAt: new Date('2026-11-02'),
};

it('asks whether the reason holds, in words that can be asked however long it is', () => {
  expect(clauseRequest(clause).matter).toContain(
    '3⑯「事業者・有識者との非常時の情報共有・支援を取り決める」が、できていません。理由：予算がないため',
  );
  const long = clauseRequest({ ...clause, undone: 'あ'.repeat(1_000) });
  expect(requestEditSchema.safeParse(long).success).toBe(true);
  expect(long.matter.endsWith('…')).toBe(true);
});

it('says first what was decided before, in the words it was decided in', () => {
  const before = { ...decision, outcome: 'approved' as const, until: null };
  const said = (kind: DecisionRequest['kind']) =>
    clauseRequest({ ...clause, before: { kind, decision: before } }).matter;
  expect(said('clause-undone')).toMatch(/^前の決定：令和8年度 第3号「認めた」。/);
  expect(said('other')).toMatch(/^前の決定：令和8年度 第3号「決めた」。/);
  expect(lastSaidOf([request({ withdrawnAt: new Date(), decisions: [decision] })], 'GOV7-3-16')).toEqual({
    kind: 'clause-undone',
    decision,
  });
  expect(lastSaidOf([request()], 'GOV7-3-16')).toBeNull();
});

it('tells where the question stands, and what was said of it last', () => {
  const at = (requests: DecisionRequest[], now: string) => askedOf(requests, 'GOV7-3-16', new Date(`${now}T00:00:00Z`));
  expect(at([request()], '2026-11-27')).toEqual({ state: 'due', decided: null });
  const put = [request({ decisions: [decision] })];
  const decided = { outcome: 'deferred', number: '令和8年度 第3号', reason: '見積りを待つ' };
  expect(at(put, '2026-11-27')).toEqual({ state: 'waiting', decided });
  expect(at(put, '2026-12-10')).toEqual({ state: 'due', decided });
  expect(at([request({ withdrawnAt: new Date() })], '2026-11-27')).toBeNull();
});

it('asks anew in the next fiscal year what was answered, and goes on asking what was not', () => {
  const answered = request({ decisions: [{ ...decision, outcome: 'approved', until: null }] });
  const at = (requests: DecisionRequest[], now: string) => askedOf(requests, 'GOV7-3-16', new Date(now));
  expect(at([answered], '2027-03-31T14:59:59Z')).toMatchObject({ state: 'settled' });
  expect(at([answered], '2027-03-31T15:00:00Z')).toBeNull();
  expect(at([request()], '2027-04-01T00:00:00Z')).toEqual({ state: 'due', decided: null });
});

it('stands for the reason that was put before the executives, not for another', () => {
  const asked = { state: 'due' as const, decided: null };
  expect(isOvertaken({ undone: '予算がないため', asked }, '予算 がないため。')).toBe(false);
  expect(isOvertaken({ undone: '予算がないため', asked }, '人がいないため')).toBe(true);
  expect(isOvertaken({ undone: '予算がないため', asked }, '')).toBe(true);
  expect(isOvertaken({ undone: '予算がないため', asked: null }, '人がいないため')).toBe(false);
});

it('holds the reason accepted where the executives approved it, and there is one', () => {
  const asked = (outcome: 'approved' | 'declined' | 'deferred', state: 'settled' | 'waiting' = 'settled') => ({
    state,
    decided: { outcome, number: '令和8-1', reason: '' },
  });
  expect(isAccepted({ undone: '理由', asked: asked('approved') })).toBe(true);
  expect(isAccepted({ undone: '', asked: asked('approved') })).toBe(false);
  expect(isAccepted({ undone: '理由', asked: asked('declined') })).toBe(false);
  expect(isAccepted({ undone: '理由', asked: asked('deferred', 'waiting') })).toBe(false);
  expect(isAccepted({ undone: '理由', asked: null })).toBe(false);
});
