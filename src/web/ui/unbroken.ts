const joiner = '\u2060';

/**
 * The same words with what is read in one held on one line, which the browser takes for the end of a phrase: 「は｜い」,
 * 「は｜っきり」, 「2-｜②」, 「0〜｜3」, 「令和｜8年度」.
 */
export function unbroken(words: string): string {
  return words
    .replaceAll(/は(?=い[」・、。])|は(?=っきり)/g, `は${joiner}`)
    .replaceAll(/(\d-)(?=[①-⑳])/g, `$1${joiner}`)
    .replaceAll(/(\d)〜(?=\d)/g, `$1${joiner}〜${joiner}`)
    .replaceAll(/令和(?=\d)/g, `令和${joiner}`)
    .replaceAll(/(\d)(?=年度)/g, `$1${joiner}`);
}
