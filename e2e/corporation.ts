import { TestProvider } from '#server/identity/testing/provider.ts';
import { test as journey, type Mamori, withMamori } from './journey.ts';
import { type Organisation, openOrganisation } from './organisations.ts';
import { type Facility, openFacility, type Person, setUpAdministrator } from './people.ts';

type Corporation = {
  readonly mamori: Mamori;
  readonly provider: TestProvider;
  readonly administrator: Person;
  readonly organisation: Organisation;
  readonly facility: Facility;
};

async function corporationOf(mamori: Mamori, provider: TestProvider): Promise<Corporation> {
  const administrator = await setUpAdministrator(mamori.url, mamori.setupLink ?? '');
  const wanted = { kind: 'corporation', name: 'みなと医療法人', prefecture: null } as const;
  const organisation = await openOrganisation(administrator, wanted);
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 120 });
  const membership = `/facilities/${facility.id}/memberships/${organisation.id}`;
  await facility.administrator.caller.call('PUT', membership, { shows: 'stage' });
  return { mamori, provider, administrator, organisation, facility };
}

/** Journeys with a corporation and a facility that belongs to it, and a real identity provider beside them. */
export const corporationTest = journey.extend<{ readonly corporation: Corporation }>({
  corporation: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from this pattern
    ({}, use) =>
      withMamori(
        async (mamori) => {
          const provider = await TestProvider.start(mamori.url);
          await use(await corporationOf({ ...mamori, leadsTo: [provider.issuer] }, provider));
          await provider.stop();
        },
        { NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' },
      ),
    { timeout: 60_000 },
  ],
});
