/**
 * The text as it must stand in a workbook's XML: characters XML cannot hold are written `_xHHHH_` (ECMA-376 §22.9.2.19),
 * and text that looks like such a code is itself marked. Excel and the reader undo it.
 */
export function cellText(text: string): string {
  const marked = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(unwritable, codeUnits);
  // The writer keeps its texts in a plain object, where a word like `constructor` is already taken.
  return marked in {} ? codeUnits(marked.charAt(0)) + marked.slice(1) : marked;
}

const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML cannot hold
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

function codeUnits(characters: string): string {
  return Array.from(
    { length: characters.length },
    (_, index) => `_x${characters.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}_`,
  ).join('');
}
