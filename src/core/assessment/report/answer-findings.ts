import { type AnswerValue, itemsOf } from '../../catalogue/sheet.ts';
import type { FindingRule } from './board-matter.ts';
import { quoted } from './listing.ts';
import type { ReportInput } from './report-input.ts';

/** The items of a run that stand at a value; null finds the unanswered ones. */
export function itemsWith({ sheet, answers }: Pick<ReportInput, 'sheet' | 'answers'>, value: AnswerValue | null) {
  return itemsOf(sheet).filter(({ id }) => (answers.get(id)?.value ?? null) === value);
}

/** Items still open, where open items leave the score incomplete. */
export const unanswered: FindingRule = ({ input }) => {
  const open = itemsWith(input, null);
  if (input.result.network || open.length === 0) return undefined;
  return {
    title: `まだ答えていない設問が${open.length}問あります`,
    text: '点は答えた設問だけの平均です。すべて答えると変わることがあります。',
  };
};

/** Items nobody knows the answer to; for the network level also those left open, which count the same. */
export const unknown: FindingRule = ({ input, network }) => {
  const { result } = input;
  const open = result.network ? (network?.unanswered ?? []) : itemsWith(input, 'unknown');
  if (open.length === 0) return undefined;
  const texts = open.map(({ text }) => text);
  return {
    title: `${result.network ? '「分からない」と未回答' : '「分からない」'}が${open.length}問あります`,
    text: `${result.network ? '「いいえ」' : '0点'}として数えています。担当者か事業者に聞けば分かることです：${quoted(texts, 2, '問')}。`,
  };
};

/** Items answered 「していない」. */
export const zero: FindingRule = ({ input }) => {
  const texts = itemsWith(input, '0').map(({ text }) => text);
  if (texts.length === 0) return undefined;
  return { title: `「していない」が${texts.length}問あります`, text: `${quoted(texts, 3, '問')}。` };
};

/** Nothing among the counted answers is at 0. */
export const nothingMissing: FindingRule = ({ input: { result } }) => {
  if (result.score === null || result.zeroAnswers + result.unknownAnswers > 0) return undefined;
  return {
    title: '答えた設問に「していない」「分からない」はありません',
    text:
      result.score === 3
        ? '点に数えた設問はすべて3点です。記録と見直しを続けて保ちます。'
        : '決まりと記録をそろえ、定期的に見直すと、3点に近づきます。',
  };
};

/** Items the facility says do not concern it. */
export const notApplicable: FindingRule = ({ input }) => {
  const count = itemsWith(input, 'not-applicable').length;
  if (count === 0) return undefined;
  if (count < itemsOf(input.sheet).length) {
    const text = '点には数えていません。理由が今も当てはまるかを、年1回確かめます。';
    return { title: `「対象外」が${count}問あります`, text };
  }
  const text = '点を出せません。この点検票が施設に合っているかを確かめてください。';
  return { title: `${count}問すべてが「対象外」です`, text };
};

/** How much the result rests on; holds for every run. */
export const counted: FindingRule = ({ input }) => {
  const all = itemsOf(input.sheet).length;
  if (input.result.network) {
    const yes = itemsWith(input, 'yes').length;
    const text = '「はい」のほかは、できていないこととして数えています。';
    return { title: `${all}問のうち「はい」は${yes}問です`, text };
  }
  const [outside, open] = [itemsWith(input, 'not-applicable').length, itemsWith(input, null).length];
  const left = [outside > 0 ? `「対象外」${outside}問` : [], open > 0 ? `未回答${open}問` : []].flat();
  return {
    title: `点に数えたのは${all}問のうち${all - outside - open}問です`,
    text: left.length === 0 ? 'すべての設問を点に数えています。' : `${left.join('と')}は数えていません。`,
  };
};

/** What the result is not; holds for every run. */
export const noRecordsSeen: FindingRule = () => ({
  title: 'この結果は、回答だけから計算しています',
  text: '記録（証跡）や実際の動きと照らし合わせた結果ではありません。',
});
