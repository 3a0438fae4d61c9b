import { expect, test } from 'vitest';
import { fileSize } from './file-size.ts';

test.each([
  [0, '0 バイト'],
  [999, '999 バイト'],
  [1_000, '1 KB'],
  [1_195_302, '1.2 MB'],
  [123_456_789, '123 MB'],
  [5_000_000_000_000_000, '5,000 TB'],
])('%d bytes are shown as %s', (bytes, shown) => {
  expect(fileSize(bytes)).toBe(shown);
});
