import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withAnswer } from './answers-in-run.ts';

type Given = { readonly itemId: string; readonly value: '0' | '3' | null; revision: number; toConfirm: boolean };
type Made = { readonly answers: readonly Given[]; readonly answered: number; readonly toConfirm: number };

const made = (given: Partial<Given> = {}): Given => ({
  itemId: 'A1',
  value: '3',
  revision: 1,
  toConfirm: false,
  ...given,
});
const run: Made = { answered: 10, toConfirm: 1, answers: [made({ revision: 2, toConfirm: true })] };

describe('withAnswer', () => {
  it('puts an answer in its place and counts it', () => {
    const next = withAnswer(run, made({ itemId: 'A2' }));
    expect(next.answers.map(({ itemId }) => itemId)).toEqual(['A1', 'A2']);
    expect(next).toMatchObject({ answered: 11, toConfirm: 1 });
  });

  it('counts a confirmed and a removed answer', () => {
    expect(withAnswer(run, made({ revision: 3 }))).toMatchObject({ answered: 10, toConfirm: 0 });
    expect(withAnswer(run, made({ revision: 3, value: null }))).toMatchObject({ answered: 9, toConfirm: 0 });
  });

  it('leaves a newer answer where it stands, and the same one', () => {
    expect(withAnswer(run, made({ value: '0' }))).toBe(run);
    expect(withAnswer(run, made({ revision: 2, toConfirm: true }))).toBe(run);
  });
});

const items = ['A1', 'A2', 'B1'] as const;
const empty: Made = { answers: [], answered: 0, toConfirm: 0 };

/** For each item its answers from the first on, as they were given one upon the other. */
const given = fc
  .tuple(
    ...items.map((itemId) =>
      fc
        .array(fc.record({ value: fc.constantFrom('0', '3', null), toConfirm: fc.boolean() }), { maxLength: 5 })
        .map((all) => all.map((each, at): Given => ({ ...each, itemId, revision: at + 1 }))),
    ),
  )
  .map((all) => all.flat());

/** The same, each at least once, some more often, in any order. */
const delivered = given.chain((all) =>
  fc
    .array(fc.nat(), { maxLength: 12 })
    .chain((again) => {
      const more = all.length === 0 ? [] : again.flatMap((at) => all[at % all.length] ?? []);
      return fc.shuffledSubarray([...all, ...more], { minLength: all.length + more.length });
    })
    .map((came) => ({ all, came })),
);

const inOrder = ({ answers, ...counts }: Made) => ({
  ...counts,
  answers: answers.toSorted((one, other) => one.itemId.localeCompare(other.itemId)),
});
const newest = (all: readonly Given[]) => items.flatMap((id) => all.findLast(({ itemId }) => itemId === id) ?? []);

describe('answers that come live', () => {
  it('stand the same in the end, in whatever order and however often they came', () => {
    fc.assert(
      fc.property(delivered, ({ all, came }) => {
        const standing = newest(all);
        expect(inOrder(came.reduce(withAnswer<Given, Made>, empty))).toEqual({
          answers: standing,
          answered: standing.filter(({ value }) => value !== null).length,
          toConfirm: standing.filter(({ toConfirm }) => toConfirm).length,
        });
      }),
    );
  });

  it('change nothing when they are replayed from any point upon what was read since', () => {
    fc.assert(
      fc.property(delivered, fc.nat(), ({ all, came }, point) => {
        const read = all.reduce(withAnswer<Given, Made>, empty);
        expect(came.slice(point % (came.length + 1)).reduce(withAnswer<Given, Made>, read)).toBe(read);
      }),
    );
  });
});
