import { expect, test } from 'vitest';
import { bedsText, correctionOf, emptyFacility, newFacilityOf } from './facility-draft.ts';

const filled = {
  name: ' みなと薬局 ',
  prefecture: 14,
  postalCode: '〒231-0001'.slice(1),
  address: '横浜市中区1',
  type: 'pharmacy',
  beds: '',
  code: '',
} as const;

test('what was typed becomes a facility, numbers in any width', () => {
  expect(newFacilityOf({ ...filled, type: 'clinic-with-beds', beds: '１９', code: '14-0000011' })).toEqual({
    facility: {
      name: 'みなと薬局',
      prefecture: 14,
      postalCode: '2310001',
      address: '横浜市中区1',
      type: 'clinic-with-beds',
      beds: 19,
      code: '140000011',
    },
  });
});

test('beds typed before the type was chosen are not those of a pharmacy', () => {
  expect(newFacilityOf({ ...filled, beds: '19床くらい' })).toMatchObject({ facility: { beds: null } });
});

test('what is left open stays open', () => {
  expect(newFacilityOf({ ...filled, postalCode: '' })).toMatchObject({
    facility: { beds: null, code: null, postalCode: null },
  });
});

test('everything missing or wrong is told at once', () => {
  const read = newFacilityOf({ ...emptyFacility, postalCode: '123', beds: '多い', code: '12' });
  expect(Object.keys('faults' in read ? read.faults : {}).sort()).toEqual([
    'beds',
    'code',
    'name',
    'postalCode',
    'prefecture',
    'type',
  ]);
  expect(correctionOf({ ...filled, name: ' ' })).toEqual({ faults: { name: '名称を入力してください。' } });
});

test('beds are a number, nothing, or told', () => {
  expect([bedsText(' ４２０ '), bedsText(''), typeof bedsText('10000')]).toEqual([420, null, 'string']);
});
