import { randomUUID } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import type { Act } from '#core/kernel/act.ts';
import type { FacilityContext } from '../http/context.ts';

const insert = `
  insert into activity (facility_id, id, at, person_id, act, subject, detail)
  values ($1, $2, $3, $4, $5, $6, $7::jsonb || scope_access_token())`;
const insertOnce = `${insert} on conflict (facility_id, id) do nothing`;

/**
 * Appends one act to the facility's activity log, in the act's own transaction: ids and codes only, never names or free text.
 * Done by a program, it names the access token. An act whose id stands there is the same act and not noted again.
 */
export async function recordActivity(
  { tx, facilityId, personId, now }: Pick<FacilityContext, 'tx' | 'facilityId' | 'personId' | 'now'>,
  act: Act,
  subject: string | null,
  detail: Readonly<Record<string, string | number | boolean | null>> = {},
  id?: string,
): Promise<void> {
  const row = [facilityId, id ?? randomUUID(), now, personId, act, subject, JSON.stringify(detail)];
  await tx.executeQuery(CompiledQuery.raw(id === undefined ? insert : insertOnce, row));
}
