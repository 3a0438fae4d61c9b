import { expect, it } from 'vitest';
import { giverWords } from './giver-words.ts';

it('calls a person by さん, and by nothing more who answers for a vendor', () => {
  expect(giverWords('山田 花子')).toBe('山田 花子さん');
  expect(giverWords('青葉システム 佐藤 花子（事業者）')).toBe('青葉システム 佐藤 花子（事業者）');
});
