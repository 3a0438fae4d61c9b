import type { EndpointName, Fixture } from './fixture.ts';
import { knownMadeUp } from './made-up-version.ts';

type Names = Extract<EndpointName, `version.${string}`>;

export const versionFixtures: Readonly<Record<Names, Fixture>> = {
  'version.list': { as: 'system-administrator', call: () => ({ method: 'GET', path: '/sheet-versions' }) },
  'version.preview': {
    as: 'system-administrator',
    call: async (server, { administrator }) => ({
      method: 'GET',
      path: `${await knownMadeUp(server, administrator, 'checklist-vendor')}/R8`,
    }),
  },
  'version.adopt': {
    as: 'system-administrator',
    call: async (server, { administrator }) => ({
      method: 'PUT',
      path: `${await knownMadeUp(server, administrator, 'checklist-pharmacy')}/current`,
      body: { version: 'R8', from: 'R7' },
    }),
    wrong: { body: { version: '', from: 3 }, fields: ['version', 'from'] },
  },
};
