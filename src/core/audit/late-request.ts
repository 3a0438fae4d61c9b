import { ownerWords } from '../identity/owner.ts';
import { japaneseDay } from '../kernel/fiscal-year.ts';
import type { RequestEdit } from '../plan/decision/request.ts';
import { conclusionTitles } from '../sheet/conclusion.ts';
import { daysToVerify, type Finding, lastDayOf } from './finding.ts';
import { placeWords } from './finding-place.ts';

/** How every source of what is put before the executives of a finding begins. */
export const lateSources = (findingId: string): string => `finding/${findingId}/`;

/** The source of what is put before the executives of a late finding: once for each last day it had. */
export const lateSource = (findingId: string, dueOn: string): string => `${lateSources(findingId)}${dueOn}`;

/** The moment a finding becomes late: the end of the day it is due on, in Japan. */
export const lateFrom = (dueOn: string): Date => new Date(Date.parse(`${dueOn}T00:00:00+09:00`) + 24 * 60 * 60 * 1000);

const most = 600;
const longestPlace = 60;

/** What the executives are asked where a finding is not put right, or not looked at, in time (経営管理編 7.0 3⑫). */
export function lateRequest(
  finding: Pick<Finding, 'place' | 'conclusion' | 'statement' | 'action' | 'owner'> & Parameters<typeof lastDayOf>[0],
): RequestEdit {
  const { place, conclusion, statement, action, owner } = finding;
  const words = placeWords(place);
  const where = words.length > longestPlace ? `${words.slice(0, longestPlace - 1)}…` : words;
  const last = lastDayOf(finding);
  const day = last === null ? '' : japaneseDay(last);
  const unseen = finding.state === 'corrected';
  const matter = [
    `監査の指摘「${where}」（${conclusionTitles[conclusion]}）`,
    unseen
      ? `について、直したという知らせを、監査する人が${day}までの${daysToVerify}日のあいだ確かめていません。`
      : `が、直す期限の${day}を過ぎました。`,
    `担当：${ownerWords(owner, true) || '決まっていません'}。`,
    `指摘：${statement}。`,
    ...(action === '' ? [] : [`直し方：${action}`]),
  ].join('');
  return {
    kind: 'other',
    title: unseen
      ? `直したことを確かめていない監査の指摘「${where}」を、だれが確かめるかを決める`
      : `期限を過ぎた監査の指摘「${where}」をどう直すかを決める`,
    matter: matter.length > most ? `${matter.slice(0, most - 1)}…` : matter,
    cost: null,
    effect: '担当・期限・要る費用や人手を決め直し、直したことを監査する人が確かめられます（経営管理編 3⑫）。',
    waiting: '指摘された弱点が残り、次の監査や立入検査で同じ指摘を受けます。',
    neededBy: null,
  };
}
