import type { FindingRule } from './board-matter.ts';
import { quoted } from './listing.ts';
import type { NetworkPart } from './network-part.ts';

/** Of a network run of its own what was established is a finding already. */
function levelFinding({ level, meaning, steps, proven }: NetworkPart, isOwn: boolean) {
  if (proven && proven.level !== level && !isOwn) {
    const below = proven.below.map(({ item, text }) => `${item} ${text}`);
    return {
      title: `院内ネットワークは、答えではレベル${level}、監査や訓練で確かめるとレベル${proven.level}`,
      text: `答えより低かったのは${quoted(below, 2, '問')}。`,
    };
  }
  const missing = steps.filter(({ optional }) => !optional).map(({ action }) => withoutBrackets(action));
  return {
    title: `院内ネットワークはレベル${level}（${meaning}）`,
    text:
      level === 3
        ? '最も高い段階です。年1回の見直しで保ちます。'
        : `レベル${level + 1}に足りないこと：${quoted(missing, 3, 'つ')}。`,
  };
}

function withoutBrackets(action: string): string {
  return action.replace(/[（(][^）)]*[）)]/g, '');
}

/** A network level that lets an attack spread. */
export const lowNetwork: FindingRule = ({ network, input: { result } }) => {
  return network && network.level < 2 ? levelFinding(network, result.network !== undefined) : undefined;
};

/** A network level that holds an attack up. */
export const highNetwork: FindingRule = ({ network, input: { result } }) => {
  return network && network.level >= 2 ? levelFinding(network, result.network !== undefined) : undefined;
};

function axesWith(mark: NetworkPart['axes'][number]['mark'], { axes }: NetworkPart): readonly string[] {
  return axes.filter((axis) => axis.mark === mark).map(({ title }) => title);
}

/** Of a network run: the axes at ×. */
export const weakAxes: FindingRule = ({ network, input: { result } }) => {
  const weak = network && result.network ? axesWith('\u00d7', network) : [];
  if (weak.length === 0) return undefined;
  return {
    title: `管理されていないのは${quoted(weak, 3, 'つ')}`,
    text: network?.mediaWarning
      ? 'USBなど記憶媒体の決まりは、お金をかけずに今日から作れます。'
      : '段階を上げる対策を、順に進めてください。',
  };
};

/** Of a network run: the axes at ○. */
export const strongAxes: FindingRule = ({ network, input: { result } }) => {
  const strong = network && result.network ? axesWith('\u25cb', network) : [];
  if (strong.length === 0) return undefined;
  return {
    title: `実現し、保っているのは${quoted(strong, 3, 'つ')}`,
    text: '年1回、台帳と設定を実際の機器と照らし合わせて保ちます。',
  };
};
