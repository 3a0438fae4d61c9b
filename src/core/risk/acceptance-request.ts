import { dayText } from '../plan/decision/decision-sheet.ts';
import type { RequestEdit } from '../plan/decision/request.ts';
import { requestTexts } from '../plan/decision/request-text.ts';
import { type Changed, changedWords, grownWords } from './accepted-parts.ts';
import { bandTitles } from './band.ts';
import { consequenceText } from './consequence.ts';
import type { Criteria } from './criteria.ts';
import { bandOf } from './level.ts';
import type { AcceptanceEdit, Risk } from './risk.ts';

/** The source of what the executives are asked of a risk: one request stands for a risk at a time. */
export const riskSource = (riskId: string): string => `risk/${riskId}`;

type Accepting = Pick<Risk, 'number' | 'title' | 'weakness' | 'levelAfter' | 'treatments' | 'acceptance'> &
  Parameters<typeof consequenceText>[0];

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const sentence = (title: string, text: string) => (text === '' ? '' : `${title}：${text.replace(/。$/, '')}。`);

/** 「12（注意）」; 「まだ見積もっていません」 where nobody has. */
export function levelText(level: number, criteria: Criteria): string {
  const band = bandOf(level, criteria);
  return band === null ? 'まだ見積もっていません' : `${level}（${bandTitles[band]}）`;
}

/** What has changed since the executives accepted a risk; with both levels where the one they accepted is still at hand. */
function changeText({ acceptance, levelAfter }: Accepting, changed: Changed, criteria: Criteria): string {
  const accepted = acceptance?.decided?.outcome === 'approved' ? acceptance.level : levelAfter;
  return levelAfter > accepted && changed.parts.includes('level')
    ? grownWords(changed, levelText(accepted, criteria), levelText(levelAfter, criteria))
    : changedWords(changed);
}

/**
 * What the executives are asked where a risk is to be accepted (経営管理編 2①), and what has changed where they had: in words that
 * can be asked however long they are. A last day that is over `today` is not asked for again: whoever decides names one.
 */
export function acceptanceRequest(
  risk: Accepting,
  { reason, until, changed }: AcceptanceEdit & { readonly changed: Changed | null },
  criteria: Criteria,
  today: string,
): RequestEdit {
  const done = risk.treatments.map(({ what }) => what).join('、');
  const number = `リスク ${risk.number}番。`;
  const matter = [
    changed ? changeText(risk, changed, criteria) : '',
    sentence('受け入れる理由', cut(reason.trim(), 250)),
    until < today
      ? '前に頼んだ最後の日は過ぎています。新しい日を選んでください。'
      : sentence('受け入れたい最後の日', dayText(until)),
    sentence('残る大きさ', levelText(risk.levelAfter, criteria)),
    sentence('診療への影響', consequenceText(risk)),
    sentence('している対応', done),
    sentence('弱いところ', risk.weakness),
  ].join('');
  return {
    kind: 'risk-acceptance',
    title: cut(`「${cut(risk.title, 80)}」のリスクを受け入れる`, requestTexts.title.most),
    matter: cut(matter, requestTexts.matter.most - number.length) + number,
    cost: 0,
    effect: '残るリスクを、だれが、いつまで受け入れたかが、番号の付いた記録に残ります（経営管理編 2①）。',
    waiting: '残るリスクを、だれも引き受けないまま使い続けることになります。起きたときに説明できません。',
    neededBy: null,
  };
}
