import type { EndpointName, Fixture } from './fixture.ts';

type Names = Extract<EndpointName, `backup.${string}`>;

export const backupFixtures: Readonly<Record<Names, Fixture>> = {
  'backup.list': { as: 'system-administrator', call: () => ({ method: 'GET', path: '/backups' }) },
};
