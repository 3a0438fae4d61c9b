import { sql } from 'kysely';
import type { Concern } from '#core/audit/system.ts';
import type { FacilityContext } from '../platform/http/context.ts';

type Scope = Pick<FacilityContext, 'tx' | 'facilityId'>;

/** The systems each conclusion of an audit concerns, where it concerns any, as far as the person may see them. */
export const findConcerns = ({ tx, facilityId }: Scope, auditId: string): Promise<Concern[]> =>
  tx
    .selectFrom('audit_concern')
    .select(['item_id as itemId', 'systems'])
    .where('facility_id', '=', facilityId)
    .where('audit_id', '=', auditId)
    .where(sql<boolean>`cardinality(systems) > 0`)
    .orderBy('item_id')
    .execute();

export const saveConcern = ({ tx, facilityId }: Scope, auditId: string, { itemId, systems }: Concern) =>
  tx
    .insertInto('audit_concern')
    .values({ facility_id: facilityId, audit_id: auditId, item_id: itemId, systems })
    .onConflict((on) => on.columns(['facility_id', 'audit_id', 'item_id']).doUpdateSet({ systems }))
    .execute();
