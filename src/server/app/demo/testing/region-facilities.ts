import { expect } from 'vitest';
import { roleTitles } from '#core/identity/role.ts';
import { bedClassOf } from '#core/organisation/bed-class.ts';
import { asSystem } from '../../../platform/database/transaction.ts';
import { request } from '../../testing/request.ts';
import type { FilledRegion, RegionCheck, RegionChecks } from './filled-region.ts';

const among = async ({ server }: FilledRegion, type: string) =>
  (await asSystem(server.db, (tx) => tx.selectFrom('facility').selectAll().execute())).filter(
    (facility) => facility.type === type,
  );

const fewest = [
  ['clinic', 12],
  ['pharmacy', 12],
  ['care-home', 12],
  ['dental-clinic', 3],
  ['clinic-with-beds', 3],
] as const;

/** Which facilities the region has. */
export const regionFacilities: RegionChecks = [
  [
    'are one leading hospital, more than a dozen in one bed class and some in every other',
    async (region) => {
      const hospitals = await among(region, 'hospital');
      const counts = Map.groupBy(hospitals, ({ beds }) => bedClassOf(beds));
      const sizes = Object.fromEntries([...counts].map(([bedClass, members]) => [bedClass, members.length]));
      expect(sizes).toEqual({
        '500-plus': 3,
        '400-499': 3,
        '300-399': 3,
        '200-299': 4,
        '100-199': 16,
        '20-99': 4,
        unknown: 2,
      });
      const [leading] = hospitals.filter(({ name }) => name === 'みなと総合病院');
      expect(leading).toMatchObject({ beds: 620, functions: expect.arrayContaining(['university', 'disaster-base']) });
    },
  ],
  ...fewest.map(
    ([type, least]): RegionCheck => [
      `of type ${type} are at least ${least}`,
      async (region) => expect((await among(region, type)).length).toBeGreaterThanOrEqual(least),
    ],
  ),
  [
    'are served by an installation that has a form of the ministry loaded and not yet reviewed',
    async (region) => {
      const administrator = await region.visit(roleTitles['system-administrator']);
      const { body } = await request(region.server, administrator, { method: 'GET', path: '/official-forms' });
      expect(body).toMatchObject({ drafts: [{ fileName: 'お試し用の様式.xlsx' }], published: [] });
    },
  ],
];
