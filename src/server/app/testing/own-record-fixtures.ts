import type { EndpointName, Fixture } from './fixture.ts';
import { addSignedIn } from './world.ts';

type Names = Extract<EndpointName, `ownRecord.${string}`>;
const leaving = new WeakMap<object, string>();

export const ownRecordFixtures: Readonly<Record<Names, Fixture>> = {
  'ownRecord.download': { as: 'staff', call: () => ({ method: 'GET', path: '/account/record?format=json' }) },
  'ownRecord.erase': {
    as: 'staff',
    person: async (server) => {
      const person = await addSignedIn(server, '消える人');
      leaving.set(server, person.id);
      return person;
    },
    call: (server) => ({
      method: 'POST',
      path: '/account/erasure',
      body: { email: `${leaving.get(server)}@example.jp` },
    }),
    wrong: { body: { email: 1 }, fields: ['email'] },
  },
};
