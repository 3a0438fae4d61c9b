import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type SystemEdit, systemsAtMost } from '#core/compliance/vendor-form/vendor-system.ts';
import { inJapanese } from '../../platform/database/in-japanese.ts';
import type { FacilityContext } from '../../platform/http/context.ts';

/** A system of a vendor as it stands, without its forms. */
export type SystemRow = SystemEdit & {
  readonly id: string;
  readonly endedAt: Date | null;
  readonly revision: number;
};

const columns = ['id', 'vendor', 'system', 'contact', 'email', 'ended_at as endedAt', 'revision'] as const;

/** Those in use, or the last that ended; by vendor and system. */
export const findSystems = ({ tx, facilityId }: FacilityContext, which: 'in-use' | 'ended'): Promise<SystemRow[]> =>
  tx
    .selectFrom((from) =>
      from
        .selectFrom('vendor_system')
        .select(columns)
        .where('facility_id', '=', facilityId)
        .where('ended_at', which === 'in-use' ? 'is' : 'is not', null)
        .orderBy('ended_at', 'desc')
        .limit(systemsAtMost)
        .as('s'),
    )
    .selectAll()
    .orderBy(inJapanese('vendor'))
    .orderBy(inJapanese('system'))
    .orderBy('id')
    .execute();

const oneSystem = ({ tx, facilityId }: FacilityContext, systemId: string) =>
  tx.selectFrom('vendor_system').select(columns).where('facility_id', '=', facilityId).where('id', '=', systemId);

export const findSystem = (context: FacilityContext, systemId: string): Promise<SystemRow | undefined> =>
  oneSystem(context, systemId).executeTakeFirst();

/** The system held until the transaction ends. */
export const lockSystem = (context: FacilityContext, systemId: string): Promise<SystemRow | undefined> =>
  oneSystem(context, systemId).forNoKeyUpdate().executeTakeFirst();

/** Makes everybody who changes the register of a facility do so one after the other until the transaction ends. */
export const holdRegister = ({ tx, facilityId }: FacilityContext) =>
  sql`select pg_advisory_xact_lock(hashtextextended('vendor systems ' || ${facilityId}, 0))`.execute(tx);

/** What stands against one more system in use of this name. */
export async function standingBeside(
  { tx, facilityId }: FacilityContext,
  { vendor, system }: SystemEdit,
  except: string | null,
): Promise<{ readonly sameName: boolean; readonly others: number }> {
  const { same_name, others } = await tx
    .selectFrom('vendor_system')
    .select([
      sql<boolean>`coalesce(bool_or(vendor = ${vendor} and system = ${system}), false)`.as('same_name'),
      sql<number>`count(*)::int`.as('others'),
    ])
    .where('facility_id', '=', facilityId)
    .where('ended_at', 'is', null)
    .$if(except !== null, (all) => all.where('id', '<>', except ?? ''))
    .executeTakeFirstOrThrow();
  return { sameName: same_name, others };
}

export async function insertSystem({ tx, facilityId, now }: FacilityContext, edit: SystemEdit): Promise<string> {
  const id = randomUUID();
  const row = { facility_id: facilityId, id, ...edit, ended_at: null, changed_at: now };
  await tx.insertInto('vendor_system').values(row).execute();
  return id;
}

export const updateSystem = (
  { tx, facilityId, now }: FacilityContext,
  systemId: string,
  edit: SystemEdit & { readonly endedAt: Date | null },
) => {
  const { endedAt: ended_at, ...words } = edit;
  return tx
    .updateTable('vendor_system')
    .set({ ...words, ended_at, changed_at: now, revision: sql<number>`revision + 1` })
    .where('facility_id', '=', facilityId)
    .where('id', '=', systemId)
    .execute();
};
