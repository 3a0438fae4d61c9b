import { expect, it } from 'vitest';
import { proposedCriteria } from './criteria.ts';
import type { RiskLine } from './risk.ts';
import { riskBoard } from './risk-board.ts';

const line = (part: Partial<RiskLine>): RiskLine => ({
  id: '22222222-2222-4222-8222-222222222222',
  number: 1,
  title: '古いOS',
  state: 'treating',
  toReview: false,
  estimate: { likelihood: 3, impact: 5 },
  after: { likelihood: 2, impact: 4 },
  level: 15,
  levelAfter: 8,
  owner: null,
  acceptedUntil: null,
  ...part,
});
const board = (lines: readonly RiskLine[], risks = lines.length) =>
  riskBoard({
    facility: 'みなと病院',
    lines,
    now: new Date('2026-11-27T03:00:00Z'),
    sums: {
      criteria: proposedCriteria,
      before: [{ likelihood: 3, impact: 5, risks }],
      after: [{ likelihood: 2, impact: 4, risks }],
      states: [
        { state: 'closed', risks: 4 },
        { state: 'treating', risks },
      ],
      toReview: 0,
    },
  });

it('the board reads what there was, what remains, where each risk stands, and what waits for it', () => {
  const { dateLine, before, after, states, rows } = board([
    line({ state: 'accepted', acceptedUntil: '2027-03-31' }),
    line({ state: 'lapsed', after: null, level: 0, levelAfter: 0 }),
  ]);
  expect([dateLine, before.finding, after.finding]).toEqual([
    '令和8年11月27日（金）現在',
    '見積もったリスクは2件。急ぐ 2件、注意 0件、様子見 0件。',
    '見積もったリスクは2件。急ぐ 0件、注意 2件、様子見 0件。',
  ]);
  expect(states).toEqual(['対応中 2件', '終わった 4件']);
  expect(rows.map(({ before: was, after: is, state, waits }) => [was, is, state, waits])).toEqual([
    ['15（急ぐ）', '8（注意）', '受容中（令和9年3月31日（水）まで）', false],
    ['まだ見積もっていません', '－', '受容の期限切れ', true],
  ]);
});

it('says how many it leaves out', () => {
  expect(board(Array<RiskLine>(100).fill(line({})), 4_750)).toMatchObject({ more: 4_690 });
  expect(board([line({})])).toMatchObject({ more: 0 });
});
