import { expect, it } from 'vitest';
import type { Decision } from '../../plan/decision/decision.ts';
import { type DecisionRequest, requestEditSchema } from '../../plan/decision/request.ts';
import { askedOf, clauseRequest, clauseSource, isAccepted } from './clause-request.ts';

const part = { id: 'GOV7', title: '経営管理編', version: '7.0' };
const clause = {
  part,
  label: '3⑯',
  text: '事業者・有識者との非常時の情報共有・支援を取り決める',
  undone: '予算がないため',
};
const person = { id: '22222222-2222-4222-8222-222222222222', name: '院 長' };
const source = clauseSource('GOV7-3-16', 2026);
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

it('tells where the question of this year stands, and what was said of it last', () => {
  expect(askedOf([request()], source, '2026-11-27')).toEqual({ state: 'due', decided: null });
  const put = [request({ decisions: [decision] })];
  const decided = { outcome: 'deferred', number: '令和8年度 第3号', reason: '見積りを待つ' };
  expect(askedOf(put, source, '2026-11-27')).toEqual({ state: 'waiting', decided });
  expect(askedOf(put, source, '2026-12-10')).toEqual({ state: 'due', decided });
  expect(askedOf([request({ withdrawnAt: new Date() })], source, '2026-11-27')).toBeNull();
  expect(askedOf([request()], clauseSource('GOV7-3-16', 2027), '2026-11-27')).toBeNull();
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
