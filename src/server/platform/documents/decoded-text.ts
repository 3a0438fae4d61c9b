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

/** Null where the bytes are not text in this encoding: control characters mark binary files and other encodings. */
function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return binary.test(text) ? null : text;
  } catch {
    return null;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters tell a binary file from text
const binary = /[\u0000-\u0008\u000e-\u001f]/;

/** No byte 0x0A is part of a longer character in either encoding, so lines can be tried one by one. */
function firstUnreadableLine(bytes: Uint8Array): number {
  const lines = encodings.map((encoding) => {
    let line = 1;
    for (let start = 0; start < bytes.length; line += 1) {
      const end = bytes.indexOf(0x0a, start);
      const stop = end === -1 ? bytes.length : end;
      if (decoded(bytes.subarray(start, stop), encoding) === null) return line;
      start = stop + 1;
    }
    return line;
  });
  return Math.max(...lines);
}
