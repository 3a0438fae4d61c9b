import { expect, it } from 'vitest';
import {
  blanksIn,
  draftSchema,
  isReviewLate,
  nextVersion,
  regulationEditSchema,
  standingVersions,
} from './regulation.ts';
import { templateSizeOf } from './template-size.ts';

const id = '22222222-2222-4222-8222-222222222222';

it('a text goes to the version that waits, else to the next one', () => {
  expect(nextVersion(undefined)).toEqual({ approvable: false, number: 1 });
  expect(nextVersion({ id, number: 2, approvedAt: null })).toEqual({ approvable: true, versionId: id, number: 2 });
  expect(nextVersion({ id, number: 2, approvedAt: new Date() })).toEqual({ approvable: false, number: 3 });
});

it('in force is the newest approved version whose day has come; one of a later day is to come', () => {
  const version = (number: number, validOn: string, approved = true) => ({
    number,
    validOn,
    approvedAt: approved ? new Date() : null,
  });
  const numbers = (...versions: Parameters<typeof standingVersions>[0][number][]) => {
    const { current, coming, draft } = standingVersions(versions, '2026-11-27');
    return [current, coming, draft].map((one) => one?.number ?? null);
  };
  expect(numbers(version(1, '2026-04-01'), version(2, '2026-11-27'))).toEqual([2, null, null]);
  expect(numbers(version(2, '2026-11-28'), version(1, '2026-04-01'))).toEqual([1, 2, null]);
  expect(numbers(version(1, '2026-11-28'), version(2, '2026-04-01', false))).toEqual([null, 1, 2]);
  expect(numbers(version(1, '2027-04-01'), version(2, '2026-10-01'))).toEqual([2, null, null]);
  expect(numbers()).toEqual([null, null, null]);
});

it('a document is late to be looked over after its day, while it is in force', () => {
  expect(isReviewLate({ withdrawn: false, reviewOn: '2026-11-26' }, '2026-11-27')).toBe(true);
  expect(isReviewLate({ withdrawn: false, reviewOn: '2026-11-27' }, '2026-11-27')).toBe(false);
  expect(isReviewLate({ withdrawn: true, reviewOn: '2026-11-26' }, '2026-11-27')).toBe(false);
  expect(isReviewLate({ withdrawn: false, reviewOn: null }, '2026-11-27')).toBe(false);
});

it('counts the places of a text that nobody has filled in', () => {
  expect(blanksIn('令和＿＿年＿＿月__日\n＿＿＿＿クリニック　院長　____')).toBe(5);
  expect(blanksIn('令和8年11月27日　院長　汐見 太郎（user_name、1＿2）')).toBe(0);
});

it('asks in Japanese for a name, and for what changed', () => {
  const edit = { kind: 'policy', title: ' ', clauseIds: [], reviewOn: null, withdrawn: false };
  expect(regulationEditSchema.safeParse(edit).error?.issues[0]?.message).toBe('文書の名前を書いてください。');
  const draft = { validOn: '2026-04-01', changes: '', body: '' };
  expect(draftSchema.safeParse(draft).error?.issues[0]?.message).toBe('前の版から変えたことを書いてください。');
});

it.each([
  ['hospital', 199, 'small-hospital'],
  ['hospital', 200, 'large-hospital'],
  ['hospital', null, 'small-hospital'],
  ['clinic-with-beds', 19, 'clinic'],
  ['pharmacy', null, 'clinic'],
] as const)('%s with %s beds begins with the text for %s', (type, beds, size) => {
  expect(templateSizeOf(type, beds)).toBe(size);
});
