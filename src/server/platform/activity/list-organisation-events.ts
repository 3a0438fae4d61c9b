import { sql } from 'kysely';
import type { OrganisationContext } from '../http/context.ts';

type Place = Pick<OrganisationContext, 'tx' | 'organisationId'>;

const ofOrganisation = sql<boolean>`(e.act like 'organisation.%' or e.act like 'sso.connection-%')`;

/** What was done in an organisation and about it, newest first. */
export async function listOrganisationEvents(
  { tx, organisationId }: Place,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
) {
  const rows = await tx
    .selectFrom('system_event as e')
    .leftJoin('person', 'person.id', 'e.actor')
    .select(['e.id', 'e.at', 'e.act', 'e.subject', 'e.detail', 'person.id as personId', 'person.name'])
    .where('e.subject', '=', organisationId)
    .where(ofOrganisation)
    .$if(after !== undefined, (all) =>
      all.where(
        sql<boolean>`(e.at, e.id) < (select b.at, b.id from system_event b where b.subject = ${organisationId} and b.id = ${after})`,
      ),
    )
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, detail: row.detail ?? {} }));
}

/** People, invitations and facilities the entries speak of, as they are called now. */
export async function namesInOrganisation(
  { tx, organisationId }: Place,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const people = await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  const facilities = await tx.selectFrom('facility').select(['id', 'name']).where('id', 'in', ids).execute();
  const invitations = await tx
    .selectFrom('organisation_invitation')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .execute();
  return new Map([...people, ...facilities, ...invitations].map(({ id, name }) => [id, name]));
}
