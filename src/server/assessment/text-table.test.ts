import { expect, test } from 'vitest';
import { terminalWidth, textTable } from './text-table.ts';

test.each([
  ['abc', 3],
  ['監視', 4],
  ['𠮷', 2],
  ['ｶﾅ', 2],
  ['Ａ（１）', 8],
  ['−±△', 3],
])('%s takes %d columns in a terminal', (text, width) => {
  expect(terminalWidth(text)).toBe(width);
});

test('a table is aligned by what is seen, numbers to the right', () => {
  expect(
    textTable(
      ['分野', '点'],
      [
        ['監視', '1.0'],
        ['BCP', '−'],
      ],
      [1],
    ),
  ).toBe(['分野   点', '----  ---', '監視  1.0', 'BCP     −'].join('\n'));
});
