import type { Fault } from '../kernel/contract.ts';
import { folded } from '../organisation/folding.ts';
import type { Catalogue } from './catalogue.ts';

/** Terms explained more than once, also where only width, kana or case differ. */
export function wordFaults({ words }: Catalogue): readonly Fault[] {
  const seen = new Set<string>();
  return words.flatMap(({ term }) => {
    const form = folded(term);
    if (!seen.has(form)) {
      seen.add(form);
      return [];
    }
    const message = `用語「${term}」の説明が2回以上あります。`;
    return [{ sheet: 'words', item: term, code: 'catalogue/repeated-word', message }];
  });
}
