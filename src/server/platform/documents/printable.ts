/** What stands where a character cannot be printed: the geta mark, as Japanese typesetters have always used it. */
export const missingMark = '〓';

/** A value whose texts are all printable with the font given, and how many characters had to be replaced. */
export type Printable = { readonly value: unknown; readonly replaced: number };

/** Replaces what the font cannot show in every text of a JSON value: 外字 (private use), emoji and rare characters by 〓. */
export function printable(value: unknown, covered: ReadonlySet<number>): Printable {
  let replaced = 0;
  const visit = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const text = printableText(part, covered);
      replaced += text.replaced;
      return text.value;
    }
    if (Array.isArray(part)) return part.map(visit);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, visit(inner)]));
  };
  return { value: visit(value), replaced };
}

function printableText(text: string, covered: ReadonlySet<number>): { value: string; replaced: number } {
  let replaced = 0;
  const composed = text.replace(/[\u3040-\u30ff][\u3099\u309a]/g, (pair) => pair.normalize('NFC'));
  const value = Array.from(composed.replace(/\r\n?/g, '\n'), (character) => {
    if (character === '\n' || /^\p{Variation_Selector}$/u.test(character)) return character;
    if (/^[\p{Cc}\p{Default_Ignorable_Code_Point}]$/u.test(character)) return character === '\t' ? ' ' : '';
    if (covered.has(character.codePointAt(0) ?? 0) && !/^\p{Private_Use}$/u.test(character)) return character;
    replaced += 1;
    return missingMark;
  }).join('');
  return { value, replaced };
}
