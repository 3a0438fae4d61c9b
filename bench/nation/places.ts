import type { Run } from '#core/sheet/run.ts';
import { withClient } from '../../src/server/platform/database/with-client.ts';
import { cookieOf, type World } from './world.ts';

/** A facility with people who look at its pages, and paths of its runs of the last year. */
export type Place = {
  readonly facilityId: string;
  readonly cookie: string;
  readonly main: string;
  readonly network: string | undefined;
};

/** Who looks at what is above the facilities. */
export type Above = { readonly cookie: string; readonly organisationId: string };
export type Places = {
  readonly hospitals: readonly Place[];
  readonly small: readonly Place[];
  readonly above: Readonly<Record<'network' | 'prefecture' | 'ministry', Above>>;
};

const sampled = 40;

type Row = { readonly facility_id: string; readonly administrator: string };

async function placeOf({ url }: World, { facility_id: facilityId, administrator }: Row): Promise<Place> {
  const cookie = cookieOf(administrator);
  const path = `/facilities/${facilityId}/runs`;
  const response = await fetch(`${url}/api/v1${path}`, { headers: { cookie } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  const runs = ((await response.json()) as readonly Run[]).filter(({ status }) => status === 'submitted');
  const of = (ids: readonly string[]) => runs.find(({ sheetId }) => ids.includes(sheetId))?.id;
  const [main, network] = [of(['hospital', 'small-facility']), of(['network-level'])];
  if (!main) throw new Error(`${facilityId} has no submitted run`);
  return { facilityId, cookie, main: `${path}/${main}`, network: network && `${path}/${network}` };
}

/** Facilities drawn from all over the register, the same number in every scale. */
export async function placesOf(world: World): Promise<Places> {
  const { hospitals, small, above } = await withClient(world.owner, async (client) => {
    const text = `select facility_id, administrator from bench.facility where is_hospital = $1
      order by md5('drawn' || facility_id) limit $2`;
    const above = await client.query<{ kind: string; person_id: string; organisation_id: string }>(
      'select kind, person_id, organisation_id from bench.officer',
    );
    return {
      hospitals: (await client.query<Row>(text, [true, sampled])).rows,
      small: (await client.query<Row>(text, [false, sampled])).rows,
      above: above.rows.map((row): [string, Above] => [
        row.kind,
        { cookie: cookieOf(row.person_id), organisationId: row.organisation_id },
      ]),
    };
  });
  const places = async (rows: readonly Row[]) => {
    const found: Place[] = [];
    for (const row of rows) found.push(await placeOf(world, row));
    return found;
  };
  return {
    hospitals: await places(hospitals),
    small: await places(small),
    above: Object.fromEntries(above) as Places['above'],
  };
}
