import { sql } from 'kysely';
import type { FacilityContext } from '../http/context.ts';

export type NamedRun = {
  readonly id: string;
  readonly sheetId: string;
  readonly version: string;
  readonly year: number;
  /** Of a vendor's form: whose it is and about which system. */
  readonly about: string | null;
};
export type NamedSubjects = {
  readonly runs: ReadonlyMap<string, NamedRun>;
  /** People, invitations, systems of vendors, evidence, access tokens and organisations by id, as they are called now; an agreement goes by its organisation. */
  readonly names: ReadonlyMap<string, string>;
};

const systemName = sql<string | null>`s.vendor || '・' || s.system`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function namesOf({ tx, facilityId }: FacilityContext, ids: readonly string[]) {
  const people = await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  const systems = await tx
    .selectFrom('vendor_system as s')
    .select(['s.id', systemName.$notNull().as('name')])
    .where('s.facility_id', '=', facilityId)
    .where('s.id', 'in', ids)
    .execute();
  const [invitations, evidence, tokens] = [
    tx.selectFrom('invitation').select(['id', 'name']).where('facility_id', '=', facilityId).where('id', 'in', ids),
    tx.selectFrom('evidence').select(['id', 'name']).where('facility_id', '=', facilityId).where('id', 'in', ids),
    tx.selectFrom('access_token').select(['id', 'name']).where('facility_id', '=', facilityId).where('id', 'in', ids),
  ];
  const organisations = await tx.selectFrom('organisation').select(['id', 'name']).where('id', 'in', ids).execute();
  const agreements = await tx
    .selectFrom('support_agreement as a')
    .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select(['a.id', 'o.name'])
    .where('a.facility_id', '=', facilityId)
    .where('a.id', 'in', ids)
    .execute();
  const own = [await invitations.execute(), await evidence.execute(), await tokens.execute()].flat();
  return [...people, ...systems, ...own, ...organisations, ...agreements];
}

/** What the subjects of entries are: the log keeps ids only. */
export async function namedSubjects(
  context: FacilityContext,
  subjects: readonly (string | number | boolean | null)[],
): Promise<NamedSubjects> {
  const ids = [...new Set(subjects)].filter((id): id is string => typeof id === 'string' && uuid.test(id));
  if (ids.length === 0) return { runs: new Map(), names: new Map() };
  const { tx, facilityId } = context;
  const runs = await tx
    .selectFrom('run')
    .leftJoin('vendor_system as s', (join) =>
      join.onRef('s.facility_id', '=', 'run.facility_id').onRef('s.id', '=', 'run.vendor_system_id'),
    )
    .select(['run.id', 'sheet_id as sheetId', 'sheet_version as version', 'fiscal_year as year'])
    .select(systemName.as('about'))
    .where('run.facility_id', '=', facilityId)
    .where('run.id', 'in', ids)
    .execute();
  const names = await namesOf(context, ids);
  return {
    runs: new Map(runs.map((run) => [run.id, run])),
    names: new Map(names.map(({ id, name }) => [id, name])),
  };
}
