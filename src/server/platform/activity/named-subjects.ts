import type { FacilityContext } from '../http/context.ts';

export type NamedRun = {
  readonly id: string;
  readonly sheetId: string;
  readonly version: string;
  readonly year: number;
};
export type NamedSubjects = {
  readonly runs: ReadonlyMap<string, NamedRun>;
  /** People, invitations, evidence, access tokens and organisations by id, as they are called now; an agreement goes by its organisation. */
  readonly names: ReadonlyMap<string, string>;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function namesOf({ tx, facilityId }: FacilityContext, ids: readonly string[]) {
  const people = await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
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
  return [...people, ...own, ...organisations, ...agreements];
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
    .select(['id', 'sheet_id as sheetId', 'sheet_version as version', 'fiscal_year as year'])
    .where('facility_id', '=', facilityId)
    .where('id', 'in', ids)
    .execute();
  const names = await namesOf(context, ids);
  return {
    runs: new Map(runs.map((run) => [run.id, run])),
    names: new Map(names.map(({ id, name }) => [id, name])),
  };
}
