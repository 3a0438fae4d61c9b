import { expect, it } from 'vitest';
import { draftOf, emptyRequest, type RequestDraft, requestOf } from './request-draft.ts';

const typed: RequestDraft = {
  kind: 'budget',
  title: '予算を決める',
  matter: '額です。',
  effect: '進みます。',
  waiting: '止まります。',
  cost: '１２０万',
  neededBy: '',
};

it('reads yen as people type them, and an empty field as not known yet', () => {
  expect(requestOf(typed)).toMatchObject({ edit: { cost: 1_200_000, neededBy: null } });
  expect(requestOf({ ...typed, cost: ' ' })).toMatchObject({ edit: { cost: null } });
});

it('says of every field at once what is missing or wrong', () => {
  const read = requestOf({ ...emptyRequest, cost: 'すこし' });
  expect(Object.keys('faults' in read ? read.faults : {}).toSorted()).toEqual([
    'cost',
    'effect',
    'matter',
    'title',
    'waiting',
  ]);
});

it('shows again what was sent', () => {
  const read = requestOf({ ...typed, neededBy: '2026-12-31' });
  expect('edit' in read && draftOf(read.edit)).toEqual({ ...typed, cost: '1200000', neededBy: '2026-12-31' });
});
