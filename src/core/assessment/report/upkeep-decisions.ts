import { itemsWith } from './answer-findings.ts';
import type { DecisionRule } from './board-matter.ts';
import { listed } from './listing.ts';

/** The items a step sheet has still open; the network level counts them among the unknown. */
export const finish: DecisionRule = ({ input }) => {
  const count = input.result.network ? 0 : itemsWith(input, null).length;
  if (count === 0) return undefined;
  return {
    title: `まだ答えていない${count}問に、答える人と期限を決める`,
    text: '分野ごとに担当を決め、分からない設問は「分からない」と答えます。',
    cost: '0円',
    effort: '答える時間',
    waiting: '点と対策が、答えた設問の分しか分かりません。',
  };
};

/** What nobody knew. */
export const unknown: DecisionRule = ({ input: { result }, network }) => {
  const count = result.network ? (network?.unanswered.length ?? 0) : result.unknownAnswers;
  if (count === 0) return undefined;
  const [what, standing] = result.network ? ['「分からない」と未回答の', '段階'] : ['「分からない」', '点'];
  return {
    title: `${what}${count}問を、期限を決めて確かめる`,
    text: '担当者と事業者に聞き、答えを入れ直します。',
    cost: '0円',
    effort: '聞き取りの時間',
    waiting: `実際より低い${standing}になっているおそれがあり、要る対策と要らない対策を分けられません。`,
  };
};

/** What executives and technical staff see differently. */
export const contradictions: DecisionRule = ({ mirror }) => {
  const [first] = mirror?.questions ?? [];
  if (!first) return undefined;
  return {
    title: '食い違う答えを、同じ席で確かめる',
    text: first.question,
    cost: '0円',
    effort: '会議1回',
    waiting: 'できていると思っていることが、できていないまま残るおそれがあります。',
  };
};

/** What an audit or a drill found below the answer. */
export const disproved: DecisionRule = ({ facts }) => {
  if (!facts) return undefined;
  return {
    title: `監査や訓練で答えより低かった${facts.lower.length}問に、直す人と期限を決める`,
    text: `${listed(
      facts.lower.map(({ item }) => item),
      6,
      '問',
    )}。直すまでは、確かめた値のほうを実際の姿と見ます。`,
    cost: '0円',
    effort: '会議1回',
    waiting: '答えでは足りているところが、実際には足りないまま残ります。',
  };
};

/** What stands well stays so only by being looked at. */
export const keep: DecisionRule = ({ input: { result }, facts }) => {
  const isSound = result.network ? result.network.level === 3 : result.score !== null && result.weakAreas.length === 0;
  if (!isSound || facts) return undefined;
  return {
    title: 'この水準を保つための、年1回の見直しを決める',
    text: '担当者と月を決め、見直した日と直した所を残します。',
    cost: '0円',
    effort: '通常の業務の中',
    waiting: '機器や人が替わるうちに、決まりと実態がずれていきます。',
  };
};

/** Who can show what the answers rest on; holds for every run. */
export const records: DecisionRule = () => ({
  title: '証跡（記録）の所在を確かめる責任者を決める',
  text: '決まり・記録・報告書がどこにあるかを確かめ、一覧にします。',
  cost: '0円',
  effort: '一覧を作る時間',
  waiting: '監査や立入検査のときに、回答の根拠を示せないおそれがあります。',
});

/** The next assessment; holds for every run. */
export const again: DecisionRule = () => ({
  title: '次回の点検の時期を決める',
  text: '年1回、健康診断のように同じ設問で点検し、変化を確かめます。',
  cost: '0円',
  effort: '点検の時間',
  waiting: '対策の効き目が分からず、次に何をすべきか決められません。',
});

/** Eyes from outside; holds for every run. */
export const mutual: DecisionRule = () => ({
  title: '近くの施設と、互いに点検しあう日を決める',
  text: '年1回、担当者どうしが行き来し、回答の根拠になる記録を見せ合います。',
  cost: '0円',
  effort: '打ち合わせの時間',
  waiting: '自分たちだけでは気づけない弱さが残ります。',
});
