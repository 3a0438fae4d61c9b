import { expect, test } from 'vitest';
import { draftOf, profileOf } from './profile-draft.ts';

const profile = {
  type: 'hospital',
  beds: 420,
  functions: ['disaster-base'],
  ehr: 'on-premise',
  systemStaff: false,
} as const;

test('a profile comes out of its draft as it went in', () => {
  for (const systemStaff of [true, false, null]) {
    const given = { ...profile, functions: [...profile.functions], systemStaff };
    expect(profileOf(draftOf(given))).toEqual({ profile: given });
  }
  const open = { ...profile, functions: [], beds: null };
  expect(profileOf(draftOf(open))).toEqual({ profile: open });
});

test('a type without designations keeps none', () => {
  const draft = { ...draftOf({ ...profile, functions: [...profile.functions] }), type: 'pharmacy' } as const;
  expect(profileOf(draft)).toMatchObject({ profile: { functions: [] } });
});

test('beds that are no number are told', () => {
  expect(profileOf({ ...draftOf({ ...profile, functions: [] }), beds: '約400' })).toMatchObject({
    faults: { beds: expect.stringContaining('数字') },
  });
});
