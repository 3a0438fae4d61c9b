import { expect, it } from 'vitest';
import { requestEditSchema } from '../plan/decision/request.ts';
import { lateFrom, lateRequest, lateSource } from './late-request.ts';

const finding = {
  place: { kind: 'item' as const, item: { id: 'S1', text: '責任者はいますか' }, area: { id: 'S1', title: '体制' } },
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
  expect(lateRequest(corrected).title).toBe(
    '直したことを確かめていない監査の指摘「体制（S1）」を、だれが確かめるかを決める',
  );
  expect(lateRequest(corrected).matter).toContain('監査する人が令和8年12月30日までの30日のあいだ確かめていません。');
});

it('names the clause or the system it stands at, cut where its name leaves no room for the rest', () => {
  const clause = { kind: 'clause' as const, clause: { id: 'GOV7-1-04', label: '1④', title: '1④ 組織' } };
  expect(lateRequest({ ...finding, place: clause }).matter).toContain('監査の指摘「条項 1④」（重大な不適合）が、');
  const asked = lateRequest({ ...finding, place: { kind: 'system', system: '系'.repeat(100) } });
  expect(requestEditSchema.parse(asked).title).toContain('系…」');
});

it('is asked once for each day it was due on', () => {
  expect(lateSource('x', '2026-11-30')).not.toBe(lateSource('x', '2026-12-31'));
});
