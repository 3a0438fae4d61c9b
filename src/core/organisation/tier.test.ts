import { describe, expect, it } from 'vitest';
import type { FacilityProfile } from './facility.ts';
import { facilityFunctionSchema, facilityTypeSchema } from './facility.ts';
import { suggestTier } from './tier.ts';

const plain: FacilityProfile = { type: 'hospital', beds: 200, functions: [], ehr: 'on-premise', systemStaff: true };

describe('the suggested tier', () => {
  it.each<[string, Partial<FacilityProfile>, '①' | '②' | '③' | null]>([
    ['a university hospital', { functions: ['university', 'disaster-base'], beds: 900 }, '①'],
    ['a special-functions hospital of any size', { functions: ['advanced-treatment'], beds: null }, '①'],
    ['400 beds', { beds: 400 }, '②'],
    ['399 beds', { beds: 399 }, '③'],
    ['400 beds with a cloud record', { beds: 400, ehr: 'cloud' }, '②'],
    ['a small disaster base hospital', { functions: ['disaster-base'], beds: 60 }, '②'],
    ['a remote-area base hospital', { functions: ['remote-area-base'], beds: null }, '②'],
    ['a hospital of the second emergency rank only', { functions: ['secondary-emergency'] }, '③'],
    ['a clinic with its own server', { type: 'clinic', beds: 0 }, '③'],
    ['a clinic in the cloud', { type: 'clinic', beds: 0, ehr: 'cloud' }, null],
    ['a house without a record system', { ehr: 'none' }, null],
    ['a house nobody knows', { ehr: 'unknown', beds: null }, null],
  ])('of %s', (_name, parts, tier) => expect(suggestTier({ ...plain, ...parts }).tier).toBe(tier));

  it('comes with its reason in Japanese, naming the source', () => {
    expect(suggestTier({ ...plain, beds: 450, functions: ['disaster-base'] }).reasons).toEqual([
      '450床で、400床以上に当たります（人材提言（令和7年5月30日）の区分②）。',
      '災害拠点病院として、止まると地域の医療への影響が大きいと考えられます（人材提言（令和7年5月30日）の区分②。当てはめは当方の読み方です）。',
    ]);
  });

  it('says what is missing where beds are unknown', () => {
    expect(suggestTier({ ...plain, beds: null }).reasons.join()).toContain('病床数が入ると');
    expect(suggestTier({ ...plain, type: 'clinic', beds: null }).reasons.join()).not.toContain('病床数');
  });

  it('tells a house without system staff to arrange help', () => {
    expect(suggestTier({ ...plain, systemStaff: false }).reasons.join()).toContain('外の人材の助け');
    expect(suggestTier({ ...plain, systemStaff: null }).reasons.join()).not.toContain('外の人材の助け');
  });

  it('always has a reason', () => {
    for (const type of facilityTypeSchema.options) {
      for (const beds of [null, 0, 19, 400]) {
        for (const name of facilityFunctionSchema.options) {
          expect(suggestTier({ ...plain, type, beds, functions: [name] }).reasons.length).toBeGreaterThan(0);
        }
      }
    }
  });
});
