import { describe, expect, it } from 'vitest';
import type { RunView } from './queries.ts';
import { withAnswer } from './standing.ts';
import { madeAnswer } from './testing/made-up.ts';

const run: RunView = {
  id: 'run',
  sheetId: 'hospital',
  sheetVersion: '1.0.0',
  sheetTitle: '病院システム',
  fiscalYear: 2026,
  status: 'open',
  answered: 10,
  items: 80,
  toConfirm: 1,
  begunAt: '2026-04-01T00:00:00.000Z',
  submittedAt: null,
  answers: [madeAnswer({ itemId: 'A1', revision: 2, toConfirm: true })],
  assignments: [],
  may: { answer: 'all', assign: true, submit: true, reopen: false },
};

describe('withAnswer', () => {
  it('puts an answer in its place and counts it', () => {
    const next = withAnswer(run, madeAnswer({ itemId: 'A2', revision: 1 }));
    expect(next.answers.map(({ itemId }) => itemId)).toEqual(['A1', 'A2']);
    expect(next).toMatchObject({ answered: 11, toConfirm: 1 });
  });

  it('counts a confirmed and a removed answer', () => {
    expect(withAnswer(run, madeAnswer({ revision: 3 }))).toMatchObject({ answered: 10, toConfirm: 0 });
    expect(withAnswer(run, madeAnswer({ revision: 3, value: null }))).toMatchObject({ answered: 9, toConfirm: 0 });
  });

  it('leaves a newer answer where it stands', () => {
    expect(withAnswer(run, madeAnswer({ revision: 1, value: '3' }))).toBe(run);
  });
});
