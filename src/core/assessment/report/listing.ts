/** The first names, and how many more there are: 「監視、ログ、ほか3分野」. */
export function listed(names: readonly string[], most: number, unit: string): string {
  return names.slice(0, most).join('、') + rest(names.length - most, unit);
}

/** The same for sentences, which hold commas themselves: 「…」「…」ほか2つ. `all`: how many there are, where only the first are at hand. */
export function quoted(sentences: readonly string[], most: number, unit: string, all = sentences.length): string {
  const shown = sentences.slice(0, most).map((sentence) => `「${sentence}」`);
  return shown.join('') + rest(all - most, unit).replace('、', '');
}

function rest(more: number, unit: string): string {
  return more > 0 ? `、ほか${more}${unit}` : '';
}
