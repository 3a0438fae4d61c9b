import { expect, it } from 'vitest';
import type { AnswerValue } from '../../catalogue/sheet.ts';
import type { ProposalSource } from '../proposal.ts';
import { signOf } from './clause-sign.ts';

const source = (itemId: string, value: AnswerValue | null): Omit<ProposalSource, 'relation'> => ({
  itemId,
  text: itemId,
  value,
  words: String(value),
  established: [],
  contradicted: false,
  sheetId: 'hospital',
  sheetTitle: '病院システム',
  runId: '22222222-2222-4222-8222-222222222222',
  submittedAt: new Date('2026-06-01'),
  fiscalYear: 2026,
});
const sign = (answers: Readonly<Record<string, AnswerValue | null>>, decided = true) =>
  signOf(
    { items: ['H01-1', 'H01-2'], decided },
    new Map(Object.entries(answers).map(([id, value]) => [id, source(id, value)])),
  );

it.each([
  ['kept where all stand at 2 or above', { 'H01-1': '2', 'H01-2': '3' }, true],
  ['not kept where one is below, also beside one nobody knows', { 'H01-1': '1', 'H01-2': 'unknown' }, false],
  ['not to be told where one is not known', { 'H01-1': '2', 'H01-2': 'unknown' }, null],
  ['not to be told where one is unanswered', { 'H01-1': '2', 'H01-2': null }, null],
] as const)('a clause is %s', (_, answers, kept) => expect(sign(answers)?.kept).toBe(kept));

it('names the answers it rests on and those that speak against, and is nothing where none speaks', () => {
  expect(sign({ 'H01-1': '1', 'H01-2': '3' })?.from).toMatchObject([
    { itemId: 'H01-1', speaksAgainst: true },
    { itemId: 'H01-2', speaksAgainst: false },
  ]);
  expect(sign({})).toBeNull();
});

it('a chapter is not told kept or not by questions that only touch it', () => {
  expect(sign({ 'H01-1': '0', 'H01-2': '3' }, false)).toMatchObject({
    kept: null,
    from: [{ speaksAgainst: false }, { speaksAgainst: false }],
  });
});

it('an answer an audit found not to hold speaks against, whatever is claimed, and is told beside it', () => {
  const audited = {
    ...source('H01-1', '3'),
    established: ['監査では 1 一部だけ（令和8年11月5日）'],
    contradicted: true,
  };
  const sources = new Map([
    ['H01-1', audited],
    ['H01-2', source('H01-2', '3')],
  ]);
  expect(signOf({ items: ['H01-1', 'H01-2'], decided: true }, sources)).toMatchObject({
    kept: false,
    from: [{ words: '3', established: audited.established, speaksAgainst: true }, { speaksAgainst: false }],
  });
});
