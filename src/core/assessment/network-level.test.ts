import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../catalogue/sheet.ts';
import { networkLevel } from './network-level.ts';
import { answersOf } from './testing/made-up-answers.ts';

const items = Array.from({ length: 12 }, (_, index) => `N${index + 1}`);
const combinations = Array.from({ length: 4096 }, (_, bits) => items.filter((_item, index) => (bits >> index) & 1));
const yes = (...ids: readonly string[]) => answersOf(Object.fromEntries(ids.map((id) => [id, 'yes' as const])));

/** The tree of network-level §4, question by question. */
function levelByTree(isYes: (id: string) => boolean): number {
  if (!isYes('N1')) return 0;
  if (!isYes('N5')) return 0;
  if (!isYes('N2') && !isYes('N9')) return 0;
  if (!isYes('N2') || !isYes('N9')) return 1;
  if (!isYes('N3') || !isYes('N4')) return 1;
  if (!isYes('N6') || !isYes('N7') || !isYes('N8')) return 1;
  return isYes('N10') && isYes('N11') && isYes('N12') ? 3 : 2;
}

describe('network level', () => {
  it('is what the tree gives, for all 4,096 combinations', () => {
    for (const said of combinations) {
      const expected = levelByTree((id) => said.includes(id));
      expect(networkLevel(yes(...said)).level, said.join()).toBe(expected);
    }
  });

  it('never falls by one more はい', () => {
    for (const said of combinations) {
      const more = items.filter((id) => !said.includes(id)).map((id) => networkLevel(yes(...said, id)).level);
      expect(Math.min(3, ...more)).toBeGreaterThanOrEqual(networkLevel(yes(...said)).level);
    }
  });

  it.each<[readonly string[], string]>([
    [[], '×××'],
    [['N1', 'N5', 'N2'], '△××'],
    [['N1', 'N5', 'N9', 'N6'], '△△×'],
    [['N2', 'N3', 'N4', 'N9', 'N1'], '×××'],
    [['N1', 'N5', 'N3', 'N4'], '×××'],
    [['N1', 'N2', 'N3', 'N4', 'N5', 'N9', 'N6', 'N7', 'N10'], '○△×'],
    [['N1', 'N2', 'N3', 'N4', 'N5', 'N9', 'N6', 'N7', 'N8', 'N10', 'N11'], '○○△'],
    [items, '○○○'],
  ])('axes of %j are %s', (said, marks) => {
    const { external, media, internal } = networkLevel(yes(...said)).axes;
    expect(external + media + internal).toBe(marks);
  });

  it('uses the marks U+00D7, U+25B3 and U+25CB', () => {
    const marks = combinations.flatMap((said) => Object.values(networkLevel(yes(...said)).axes));
    expect([...new Set(marks)].map((mark) => mark.codePointAt(0)).sort()).toEqual([0xd7, 0x25b3, 0x25cb]);
  });

  it('warns of uncontrolled media at every level', () => {
    expect(networkLevel(yes('N1', 'N2', 'N5')).mediaWarning).toBe(true);
    expect(networkLevel(yes('N6')).mediaWarning).toBe(false);
  });

  it('counts unanswered and unknown as いいえ and lists them', () => {
    const said: Record<string, AnswerValue | null> = Object.fromEntries(items.map((id) => [id, 'yes']));
    const open = answersOf({ ...said, N1: 'unknown', N10: null, N12: 'no' });
    expect(networkLevel(open)).toMatchObject({ level: 0, unanswered: ['N1', 'N10'], unknown: ['N1'] });
    expect(networkLevel(new Map()).unanswered).toEqual(items);
  });
});
