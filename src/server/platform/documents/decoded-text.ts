import type { Fault } from '#core/kernel/contract.ts';

export type DecodedText = { readonly text: string } | { readonly faults: readonly Fault[] };

const encodings = ['utf-8', 'shift_jis'] as const;
type Encoding = (typeof encodings)[number];

/** Text of a file in UTF-8 (with or without mark) or CP932; where it is neither, the first line that cannot be read. */
export function decodedText(bytes: Uint8Array): DecodedText {
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding);
    if (text !== null) return { text };
  }
  const message =
    '文字を読めませんでした。文字コードを「UTF-8」または「Shift_JIS」にして、CSVとして保存し直してください。';
  return { faults: [{ row: firstUnreadableLine(bytes), code: 'file-undecodable', message }] };
}

/**
 * Null where the bytes are not text in this encoding. Control characters tell binary files and other encodings, but not
 * in a file that says by its mark that it is UTF-8: a note may hold them.
 */
function decoded(bytes: Uint8Array, encoding: Encoding, isMarked = hasMark(bytes)): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const strange = isMarked && encoding === 'utf-8' ? nothing : binary;
    return strange.test(text) ? null : text;
  } catch {
    return null;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters tell a binary file from text
const binary = /[\u0000-\u0008\u000e-\u001f]/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the one character no text holds
const nothing = /\u0000/;

function hasMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

/** No byte 0x0A is part of a longer character in either encoding, so lines can be tried one by one. */
function firstUnreadableLine(bytes: Uint8Array): number {
  const isMarked = hasMark(bytes);
  const lines = encodings.map((encoding) => {
    let line = 1;
    for (let start = 0; start < bytes.length; line += 1) {
      const end = bytes.indexOf(0x0a, start);
      const stop = end === -1 ? bytes.length : end;
      if (decoded(bytes.subarray(start, stop), encoding, isMarked) === null) return line;
      start = stop + 1;
    }
    return line;
  });
  return Math.max(...lines);
}
