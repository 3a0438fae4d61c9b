import { expect, it } from 'vitest';
import { aheadFaults } from './past-day.ts';

it('a day that is still to come is named with its field; today, an earlier day and none are fine', () => {
  const days = { receivedOn: '2026-11-21', repliedOn: '2026-11-22', other: null };
  expect(aheadFaults(days, '2026-11-21')).toMatchObject([{ field: 'repliedOn', code: 'still-to-come' }]);
  expect(aheadFaults(days, '2026-11-22')).toEqual([]);
});
