import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayPost } from './mail.ts';

test.each([
  [0, 0, true],
  [4, 99, true],
  [5, 0, false],
  [0, 100, false],
])('after %i to the recipient and %i from the facility, one more: %s', (toRecipient, fromPlace, may) => {
  expect(mayPost({ toRecipient, fromPlace })).toBe(may);
});

test('whoever may not post may not after more letters either', () => {
  const count = fc.nat({ max: 200 });
  fc.assert(
    fc.property(count, count, count, count, (toRecipient, fromPlace, more, further) => {
      if (mayPost({ toRecipient: toRecipient + more, fromPlace: fromPlace + further }))
        expect(mayPost({ toRecipient, fromPlace })).toBe(true);
    }),
  );
});
