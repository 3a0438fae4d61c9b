import { expect, test } from 'vitest';
import { actTitles } from '../kernel/act.ts';
import { activityKindOf, activityKinds } from './activity-kind.ts';
import { actsOfKind } from './acts-of-kind.ts';

test.each([
  ['sheet.answered', 'answer'],
  ['sheet.read', 'reading'],
  ['sheet.exported', 'reading'],
  ['assessment.report-read', 'reading'],
  ['assessment.submitted', 'result'],
  ['identity.joined', 'people'],
  ['organisation.profile-edited', 'facility'],
  ['later.written', 'facility'],
  ['constructor.made', 'facility'],
])('%s is of the kind %s', (act, kind) => expect(activityKindOf(act)).toBe(kind));

test('every act is of exactly one kind, and no kind is empty', () => {
  const all = activityKinds.map(actsOfKind);
  expect(all.flat().toSorted()).toEqual(Object.keys(actTitles).toSorted());
  for (const acts of all) expect(acts).not.toEqual([]);
});
