import { expect, it } from 'vitest';
import { requestEditSchema } from '../plan/decision/request.ts';
import { lateFrom, lateRequest, lateSource } from './late-request.ts';

const finding = {
  area: { id: 'S1', title: '体制' },
  conclusion: 'major' as const,
  statement: '責任者が決まっていない',
  action: '任命する',
  owner: { id: 'a', name: '企画 進', left: false },
  dueOn: '2026-11-30',
  state: 'open' as const,
  correctedAt: null,
};

it('is late when the day it is due on is over in Japan', () => {
  expect(lateFrom('2026-11-30').toISOString()).toBe('2026-11-30T15:00:00.000Z');
});

it('is asked of the executives in words a request takes, however long the finding is', () => {
  const asked = lateRequest({ ...finding, statement: 'あ'.repeat(2_000) });
  expect(requestEditSchema.parse(asked).matter).toHaveLength(600);
  expect(lateRequest(finding).matter).toContain('期限の令和8年11月30日を過ぎました。担当：企画 進。');
  const left = { ...finding.owner, left: true };
  expect(lateRequest({ ...finding, owner: left }).matter).toContain('担当：担当がいません（元の担当 企画 進）。');
  expect(lateRequest({ ...finding, owner: null }).matter).toContain('担当：決まっていません。');
});

it('that nobody looks at is asked in other words', () => {
  const corrected = { ...finding, state: 'corrected' as const, correctedAt: new Date('2026-11-30T03:00:00Z') };
  expect(lateRequest(corrected).title).toBe('直したことを確かめていない監査の指摘（体制）を、だれが確かめるかを決める');
  expect(lateRequest(corrected).matter).toContain('監査する人が令和8年12月30日までの30日のあいだ確かめていません。');
});

it('is asked once for each day it was due on', () => {
  expect(lateSource('x', '2026-11-30')).not.toBe(lateSource('x', '2026-12-31'));
});
