import { fewestShown } from '../kernel/small-cells.ts';
import type { Region } from './contract.ts';

type Counted = { readonly facilities: number; readonly difference: number | null };

/** Members that were audited: how many and how far their claims were from it in the mean, in large numbers only. */
export function auditedOf({ facilities, difference }: Counted): Region['audited'] {
  if (facilities === 0) return { facilities: 0, difference: null };
  if (facilities < fewestShown) return { facilities: null, difference: null };
  return { facilities, difference: difference === null ? null : Math.round(difference * 10) / 10 };
}

/** What the mean says, in a sentence: 「平均0.3点、自己点検のほうが高い結果でした。」 */
export function auditedWords({ facilities, difference }: Region['audited']): string {
  if (facilities === null || difference === null) {
    return '今年度に監査で確かめた施設が少ないため、監査との差は出しません。';
  }
  const head = '今年度に監査で確かめた設問では、';
  if (difference === 0) return `${head}自己点検と監査は、平均では同じでした。`;
  return `${head}自己点検のほうが、平均${Math.abs(difference).toFixed(1)}点${difference > 0 ? '高く' : '低く'}答えていました。`;
}
