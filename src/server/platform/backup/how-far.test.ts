import { afterEach, expect, test, vi } from 'vitest';
import { howFar } from './how-far.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('what is done is said in megabytes, and no more often than every few seconds', () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const lines: string[] = [];
  const tell = howFar((line) => void lines.push(line), '読んでいます…', 5_000);
  for (let seconds = 0; seconds < 12; seconds += 1) {
    now = seconds * 1000;
    tell(1_234_500_000);
  }
  expect(lines).toEqual(['読んでいます… 7,407 MB', '読んでいます… 13,579 MB']);
});
