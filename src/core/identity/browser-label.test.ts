import fc from 'fast-check';
import { expect, it } from 'vitest';
import { browserLabel } from './browser-label.ts';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

it.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0.0.0 Safari/537.36`, 'Chrome（Windows）'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0`, 'Edge（Windows）'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox（Mac）'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari（iPhone）',
  ],
  [`Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/142.0.0.0 Mobile Safari/537.36`, 'Chrome（Android）'],
  ['node', '種類の分からないブラウザ'],
  ['', '種類の分からないブラウザ'],
])('%s is %s', (userAgent, label) => {
  expect(browserLabel(userAgent)).toBe(label);
});

it('keeps nothing of what a browser says but words of ours, short enough to store', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), (userAgent) => {
      expect(browserLabel(userAgent)).toMatch(/^[\p{Script=Han}ぁ-んァ-ヶーA-Za-z ]+(（[A-Za-z]+）)?$/u);
      expect(browserLabel(userAgent).length).toBeLessThanOrEqual(60);
    }),
  );
});
