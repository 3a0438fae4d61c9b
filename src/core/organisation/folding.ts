import { withCommonForms } from './kanji-variant.ts';

const hiragana = /[\u3041-\u3096\u309d\u309e]/g;
/** Dashes written for the prolonged sound mark after kana; a hyphen there parts two words and goes like any punctuation. */
const dashAfterKana = /(?<=[\u30a1-\u30fa\u30fc])[\u2014\u2015\u2212\u2500]/g;
/** ー after anything but kana is a dash typed with the kana keyboard. */
const markAfterNoKana = /(?<![\u30a1-\u30fa\u30fc])\u30fc+/g;
const notSearched = /[^\p{L}\p{N}]/gu;

/**
 * The form in which names are searched: full and half width, hiragana and katakana, upper and lower case and the
 * common kanji variants are alike; spaces, punctuation, symbols and private-use characters are gone. Folding twice
 * changes nothing more.
 */
export function folded(text: string): string {
  const inKatakana = text.normalize('NFKC').replace(hiragana, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
  return withCommonForms(inKatakana)
    .toLowerCase()
    .normalize('NFKC')
    .replace(dashAfterKana, 'ー')
    .replace(markAfterNoKana, '')
    .replace(notSearched, '');
}

/** Each character and each pair of neighbours of a folded name, once: what the search index holds of it. */
export function gramsOf(foldedName: string): readonly string[] {
  const characters = Array.from(foldedName);
  return [...new Set([...characters, ...pairsOf(characters)])];
}

/** The grams a name must hold to contain the folded words: their pairs, or the one character. */
export function gramsWanted(foldedWords: string): readonly string[] {
  const characters = Array.from(foldedWords);
  return characters.length === 1 ? characters : [...new Set(pairsOf(characters))];
}

function pairsOf(characters: readonly string[]): readonly string[] {
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
