import { spawnSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';

/** The text of a PDF page by page, read by poppler; null on a machine without it. */
export function pdfPages(bytes: Uint8Array): readonly string[] | null {
  const { error, stdout } = spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], {
    input: bytes,
    encoding: 'utf8',
  });
  return error ? null : stdout.split('\f').slice(0, -1);
}

/** All objects of a PDF as text with their compressed streams unpacked: enough to look for names and metadata. */
export function pdfObjects(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  const text = raw.toString('latin1');
  const streams = Array.from(text.matchAll(/stream\r?\n/g), ({ index, 0: mark }) => {
    const start = index + mark.length;
    const body = raw.subarray(start, text.indexOf('endstream', start));
    try {
      return inflateSync(body).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...streams].join('\n');
}
