import { expect, it } from 'vitest';
import { countTreatments, isLateTreatment, type TreatmentEdit } from './treatment.ts';
import { treatmentFaults } from './treatment-faults.ts';

const edit: TreatmentEdit = {
  option: 'reduce',
  what: '止める',
  reason: '',
  ownerId: null,
  dueOn: null,
  doneOn: '2026-11-27',
  kind: null,
  lineId: null,
  measureId: null,
  taskId: null,
};
const there = { measure: true, line: true, task: true };

it('what is named is there, and what is done was done by today', () => {
  expect(treatmentFaults(edit, there, '2026-11-27')).toEqual([]);
  expect(treatmentFaults(edit, there, '2026-11-26').map(({ field }) => field)).toEqual(['doneOn']);
  const none = { measure: false, line: false, task: false };
  expect(treatmentFaults({ ...edit, doneOn: null }, none, '2026-11-26').map(({ field }) => field)).toEqual([
    'measureId',
    'lineId',
    'taskId',
  ]);
});

it('a treatment is late from the day after its last until it is done', () => {
  expect(isLateTreatment({ dueOn: '2026-11-27', doneOn: null }, '2026-11-27')).toBe(false);
  expect(isLateTreatment({ dueOn: '2026-11-26', doneOn: null }, '2026-11-27')).toBe(true);
  expect(isLateTreatment({ dueOn: '2026-11-26', doneOn: '2026-11-27' }, '2026-11-27')).toBe(false);
  expect(countTreatments([{ doneOn: null }, { doneOn: '2026-11-27' }, { doneOn: null }])).toEqual({ open: 2, done: 1 });
});
