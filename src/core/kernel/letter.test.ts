import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Letter, letterHtml, letterText, oneLine } from './letter.ts';

const origin = 'https://mamori.example.jp';
const letter: Letter = {
  subject: 'みなと病院から、まもりへの招待です',
  name: '山田 花子',
  place: 'みなと病院',
  paragraphs: ['招きます。'],
  link: { words: '登録する', path: '/invitation#secret', note: '1回だけ使えます。' },
  unexpected: '心当たりがないときは、消してください。',
  why: '宛先に入れられたため。',
};

test('a letter is written out as plain text', () => {
  expect(letterText(letter, origin)).toBe(
    [
      '山田 花子 様',
      '',
      '招きます。',
      '',
      '▼ 登録する',
      'https://mamori.example.jp/invitation#secret',
      '1回だけ使えます。',
      '',
      '心当たりがないときは、消してください。',
      '',
      '――――――――',
      '宛先に入れられたため。',
      '送り主：みなと病院　まもり https://mamori.example.jp',
      'このメールは送るだけのものです。返信しても、だれにも届きません。',
      '',
    ].join('\n'),
  );
});

test('the HTML says the same, names its language, and loads nothing', () => {
  const html = letterHtml(letter, origin);
  expect(html).toContain('<html lang="ja">');
  expect(html).toContain('<h1 ');
  expect(html).toContain('href="https://mamori.example.jp/invitation#secret"');
  expect(html).not.toMatch(/<(img|script|link|style|iframe|object)|url\(|src=/i);
  for (const words of [...letter.paragraphs, letter.unexpected, letter.why]) expect(html).toContain(words);
});

test.each([
  ['a\r\nBcc: x@example.jp', 'a Bcc: x@example.jp'],
  ['山\u2028田\u202e花\u200b子', '山 田 花 子'],
  ['\u0000\u0007', ''],
])('%j becomes one line without what is not seen', (text, line) => expect(oneLine(text)).toBe(line));

const anyText = fc.string({ unit: 'binary', minLength: 1 });
const anyLetter = fc.record({
  subject: anyText,
  name: anyText,
  place: anyText,
  paragraphs: fc.array(anyText),
  link: fc.record({ words: anyText, path: fc.constant('/reset#x'), note: anyText }),
  unexpected: anyText,
  why: anyText,
});

test('whatever stands in a name, no control character comes out and nothing becomes markup', () => {
  fc.assert(
    fc.property(anyLetter, (any) => {
      const control = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
      expect(letterText(any, origin).replaceAll('\n', '')).not.toMatch(control);
      const html = letterHtml(any, origin);
      expect(html.replaceAll('\n', '')).not.toMatch(control);
      expect(
        html
          .match(/<[a-z0-9!/]+/gi)
          ?.filter((tag) => !/^<(\/?(html|head|title|body|main|h1|p|a)|!doctype|meta|hr)$/.test(tag)),
      ).toEqual([]);
      expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([`${origin}/reset#x`]);
    }),
  );
});
