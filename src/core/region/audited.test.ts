import { expect, test } from 'vitest';
import { auditedOf, auditedWords } from './audited.ts';

test.each([
  { facilities: 0, difference: null, told: { facilities: 0, difference: null } },
  { facilities: 1, difference: 0.5, told: { facilities: null, difference: null } },
  { facilities: 9, difference: 0.5, told: { facilities: null, difference: null } },
  { facilities: 10, difference: 0.26, told: { facilities: 10, difference: 0.3 } },
])('$facilities audited members are told as $told', ({ told, ...counted }) => expect(auditedOf(counted)).toEqual(told));

test.each([
  [{ facilities: null, difference: null }, '今年度に監査で確かめた施設が少ないため、監査との差は出しません。'],
  [
    { facilities: 12, difference: 0.3 },
    '今年度に監査で確かめた設問では、自己点検のほうが、平均0.3点高く答えていました。',
  ],
  [
    { facilities: 12, difference: -0.1 },
    '今年度に監査で確かめた設問では、自己点検のほうが、平均0.1点低く答えていました。',
  ],
  [{ facilities: 12, difference: 0 }, '今年度に監査で確かめた設問では、自己点検と監査は、平均では同じでした。'],
])('%j is said as 「%s」', (audited, words) => expect(auditedWords(audited)).toBe(words));
