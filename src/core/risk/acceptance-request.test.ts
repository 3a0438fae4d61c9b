import { expect, it } from 'vitest';
import { requestEditSchema } from '../plan/decision/request.ts';
import { acceptanceRequest } from './acceptance-request.ts';
import type { Changed } from './accepted-parts.ts';
import { consequenceText } from './consequence.ts';
import { proposedCriteria } from './criteria.ts';
import type { Risk } from './risk.ts';

const risk = {
  number: 3,
  title: '検査機器の古いOS',
  weakness: 'OSの保守が終わっている。',
  levelAfter: 8,
  treatments: [],
  acceptance: null,
  careFunction: '検体検査',
  outageHours: 72,
  patients: 200,
  leaked: null,
};
const today = '2026-11-28';
const asked = { reason: '更新は来年度', until: '2027-03-31', changed: null };

it('executives are told the reason, the last day, what remains and what would come of it', () => {
  const { kind, matter } = acceptanceRequest(risk, asked, proposedCriteria, today);
  expect(kind).toBe('risk-acceptance');
  expect(matter).toBe(
    '受け入れる理由：更新は来年度。受け入れたい最後の日：令和9年3月31日（水）。残る大きさ：8（注意）。' +
      '診療への影響：検体検査が72時間（3日）止まる、患者200人に影響。弱いところ：OSの保守が終わっている。リスク 3番。',
  );
});

it('they are told what has changed since they accepted it', () => {
  const changed: Changed = { number: '令和8年度 第3号', parts: ['level', 'patients'] };
  const decided = { outcome: 'approved' as const, number: changed.number, reason: '', until: asked.until };
  const acceptance = { ...asked, level: 6, impact: 3, decided };
  const matterOf = (of: Pick<Risk, 'levelAfter' | 'acceptance'>) =>
    acceptanceRequest({ ...risk, ...of }, { ...asked, changed }, proposedCriteria, today).matter;
  expect(matterOf({ levelAfter: 15, acceptance })).toMatch(
    /^残る大きさが6（注意）から15（急ぐ）に変わりました（令和8年度 第3号で受け入れたあと）。ほかに変わったこと：影響する患者の数。受け入れる理由/,
  );
  // The level that was accepted is no longer at hand once they have been asked again.
  expect(matterOf({ levelAfter: 15, acceptance: { ...acceptance, decided: null } })).toMatch(
    /^令和8年度 第3号で受け入れたあとに変わったこと：残る大きさ、影響する患者の数。受け入れる理由/,
  );
});

it('they are asked for no day that is over', () => {
  const matterOn = (day: string) => acceptanceRequest(risk, asked, proposedCriteria, day).matter;
  expect(matterOn('2027-03-31')).toContain('受け入れたい最後の日：令和9年3月31日（水）。');
  expect(matterOn('2027-04-01')).toContain('前に頼んだ最後の日は過ぎています。新しい日を選んでください。');
  expect(matterOn('2027-04-01')).not.toContain('令和9年3月31日');
});

it('however long the words are, they can be asked', () => {
  const long = { ...risk, title: 'あ'.repeat(200), weakness: 'い'.repeat(1_000) };
  const edit = acceptanceRequest(long, { ...asked, reason: 'う'.repeat(400) }, proposedCriteria, today);
  expect(requestEditSchema.safeParse(edit).success).toBe(true);
  expect(edit.title).toMatch(/…」のリスクを受け入れる$/);
  expect(edit.matter).toMatch(/リスク 3番。$/);
});

it.each([
  [{ careFunction: '', outageHours: null, patients: null, leaked: null }, ''],
  [{ careFunction: '外来', outageHours: null, patients: null, leaked: null }, '外来が止まる'],
  [{ careFunction: '', outageHours: 4, patients: null, leaked: 1_000 }, '業務が4時間止まる、1,000人分の情報が漏れる'],
])('the consequence %j reads 「%s」', (consequence, text) => expect(consequenceText(consequence)).toBe(text));
