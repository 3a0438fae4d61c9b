import { describe, expect, it } from 'vitest';
import type { Sheet } from './sheet.ts';
import { faultsOf, withSheet } from './testing/made-up-change.ts';

describe('ladder and effects', () => {
  const ladderRow = { from: 0, measure: 'MS1', sets: ['N1'], action: 'する' };
  it.each<[string, Partial<Sheet>, readonly string[]]>([
    ['a measure nobody has', { ladder: [{ ...ladderRow, measure: 'MS9' }] }, ['catalogue/ladder MS9 ladder']],
    ['an item nobody has', { ladder: [{ ...ladderRow, sets: ['N9'] }] }, ['catalogue/ladder MS1 ladder']],
    ['a prepared item nobody has', { ladder: [{ ...ladderRow, prepares: ['N9'] }] }, ['catalogue/ladder MS1 ladder']],
    [
      'a condition on an item nobody has',
      {
        ladder: [
          {
            ...ladderRow,
            when: {
              all: [
                { not: { any: [{ equals: { item: 'N9', value: 'yes' } }, { within: { item: 'N1', values: [] } }] } },
                { atLeast: { item: 'N1', value: 1 } },
              ],
            },
          },
        ],
      },
      ['catalogue/ladder MS1 ladder'],
    ],
    [
      'an effect that needs a measure nobody has',
      { effects: [{ measure: 'MS1', sets: ['N1'], requires: ['MS9'] }] },
      ['catalogue/ladder MS1 effects'],
    ],
    ['no effect on an item', { effects: [] }, ['catalogue/unreachable N1 effects']],
    [
      'an effect that waits for what waits for it',
      { effects: [{ measure: 'MS1', sets: ['N1'], requires: ['MS2'] }] },
      ['catalogue/cycle MS1 requires'],
    ],
  ])('are checked for %s', (_name, parts, faults) => {
    expect(faultsOf(withSheet('network-level', (sheet) => ({ ...sheet, ...parts })))).toEqual(faults);
  });
});
