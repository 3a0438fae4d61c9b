import { z } from 'zod';
import { shown } from './private-use.ts';

/**
 * A letter as data: what it says, in Japanese, and at most one link. Paths stand below the address of the installation,
 * which is added when the letter is written out. Nothing confidential: no answers, no scores, no weak areas.
 */
export const letterSchema = z.object({
  subject: z.string().min(1),
  /** Whom it speaks to by name. */
  name: z.string().optional(),
  paragraphs: z.array(z.string()),
  link: z.object({ words: z.string(), path: z.string().regex(/^\/[a-z]/), note: z.string().optional() }).optional(),
  /** What to do where the reader did not expect it. */
  unexpected: z.string(),
  /** Why it comes to this reader. */
  why: z.string(),
  /** On whose behalf, beside the installation. */
  place: z.string().optional(),
});
export type Letter = z.infer<typeof letterSchema>;

const noReply = 'このメールは送るだけのものです。返信しても、だれにも届きません。';

/** One line without control and invisible characters: nothing in a name can begin a header or another line. */
export function oneLine(text: string): string {
  return shown(text)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

const senderLine = ({ place }: Letter, origin: string) =>
  `送り主：${place === undefined ? '' : `${oneLine(place)}　`}まもり ${origin}`;

/** The letter as plain text; `origin` is the address of the installation, without a slash at its end. */
export function letterText(letter: Letter, origin: string): string {
  const { name, paragraphs, link, unexpected, why } = letter;
  const parts = [
    ...(name === undefined ? [] : [`${oneLine(name)} 様`]),
    ...paragraphs.map(oneLine),
    ...(link
      ? [[`▼ ${oneLine(link.words)}`, origin + link.path, ...(link.note ? [oneLine(link.note)] : [])].join('\n')]
      : []),
    oneLine(unexpected),
    ['――――――――', oneLine(why), senderLine(letter, origin), noReply].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => oneLine(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');

const looks = {
  page: 'margin:0;padding:24px 16px;background:#f8f8fb;color:#1a1a1c;font-family:sans-serif;font-size:16px;line-height:1.75',
  sheet: 'max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #d8d8db;border-radius:12px',
  title: 'margin:0 0 16px;font-size:20px;line-height:1.5',
  button:
    'display:inline-block;padding:12px 24px;background:#00118f;color:#ffffff;border-radius:8px;font-weight:bold;text-decoration:none',
  small: 'margin:16px 0 0;font-size:14px;color:#4d4d4d;overflow-wrap:anywhere',
  address: 'margin:0;font-size:14px;color:#4d4d4d;word-break:break-all',
  rule: 'margin:24px 0 0;border:0;border-top:1px solid #d8d8db',
} as const;

const paragraph = (text: string) => `<p style="margin:0 0 16px">${escaped(text)}</p>`;
const small = (text: string) => `<p style="${looks.small}">${escaped(text)}</p>`;

function linkHtml({ words, path, note }: NonNullable<Letter['link']>, origin: string): string {
  const address = escaped(origin + path);
  return [
    `<p style="margin:24px 0 0"><a href="${address}" style="${looks.button}">${escaped(words)}</a></p>`,
    ...(note ? [small(note)] : []),
    small('ボタンが開けないときは、次の文字をブラウザに入れてください。'),
    `<p style="${looks.address}">${address}</p>`,
  ].join('\n');
}

/** The same letter as HTML: one column of text, no picture, no script, nothing that is loaded or tells that it was read. */
export function letterHtml(letter: Letter, origin: string): string {
  const { subject, name, paragraphs, link, unexpected, why } = letter;
  const lines = [
    `<h1 style="${looks.title}">${escaped(subject)}</h1>`,
    ...(name === undefined ? [] : [paragraph(`${name} 様`)]),
    ...paragraphs.map(paragraph),
    ...(link ? [linkHtml(link, origin)] : []),
    `<p style="margin:24px 0 0">${escaped(unexpected)}</p>`,
    `<hr style="${looks.rule}">`,
    ...[why, senderLine(letter, origin), noReply].map(small),
  ].join('\n');
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title>`;
  return `<!doctype html>\n<html lang="ja"><head>${head}</head><body style="${looks.page}"><main style="${looks.sheet}">\n${lines}\n</main></body></html>\n`;
}
