import { implement } from '@orpc/server';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { endpoint, facilityPath, organisationPath } from '#core/kernel/contract.ts';
import type { Tables } from '../../../platform/database/tables.ts';
import { asSystem } from '../../../platform/database/transaction.ts';
import type { RequestContext } from '../../../platform/http/context.ts';

export const carelessContract = {
  members: endpoint
    .meta({ access: { kind: 'person' } })
    .route({ method: 'GET', path: '/facilities/{facilityId}/members' })
    .input(facilityPath)
    .output(z.array(z.unknown())),
  assign: endpoint
    .meta({ access: { kind: 'facility', permission: 'sheet.assign' } })
    .route({ method: 'PUT', path: '/facilities/{facilityId}/runs/{runId}/areas/{areaId}/assignment' })
    .input(facilityPath.extend({ runId: z.uuid(), areaId: z.string(), personId: z.uuid() }))
    .output(z.object({ personId: z.uuid() })),
  activity: endpoint
    .meta({ access: { kind: 'facility', permission: 'activity.read' } })
    .route({ method: 'GET', path: '/facilities/{facilityId}/activity' })
    .input(facilityPath.extend({ personId: z.uuid().optional() }))
    .output(z.array(z.unknown())),
  facilities: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.read' } })
    .route({ method: 'GET', path: '/organisations/{organisationId}/facilities' })
    .input(organisationPath)
    .output(z.array(z.unknown())),
  rename: endpoint
    .meta({ access: { kind: 'person' } })
    .route({ method: 'PUT', path: '/passkeys/{passkeyId}' })
    .input(z.object({ passkeyId: z.uuid(), name: z.string() }))
    .output(z.unknown()),
};

/** What was done in the facilities of that person, whichever they are. */
const whereverThey = (db: Kysely<Tables>, personId: string | undefined) =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', facility_id::text, true) from held_anywhere(${personId})`.execute(
      tx,
    );
    return tx.withTables<Pick<Tables, 'activity'>>().selectFrom('activity').select('id').execute();
  });

/** Asks nobody who they are at the facility of the path, and believes every id it is sent. */
export function carelessRoutes() {
  const os = implement(carelessContract).$context<RequestContext>();
  return os.router({
    members: os.members.handler(({ context, input }) =>
      context.db.transaction().execute(async (tx) => {
        await sql`select set_config('app.facility_id', ${input.facilityId}, true)`.execute(tx);
        return tx.withTables<Pick<Tables, 'member'>>().selectFrom('member').select('person_id').execute();
      }),
    ),
    assign: os.assign.handler(({ input }) => ({ personId: input.personId })),
    activity: os.activity.handler(({ context, input }) => whereverThey(context.db, input.personId)),
    facilities: os.facilities.handler(({ context }) =>
      asSystem(context.db, (tx) => tx.selectFrom('facility').select(['id', 'name']).execute()),
    ),
    rename: os.rename.handler(({ context, input: { passkeyId, name } }) =>
      asSystem(context.db, (tx) =>
        tx.updateTable('passkey').set({ name }).where('id', '=', passkeyId).returning('name').executeTakeFirst(),
      ),
    ),
  });
}

export const wrongContract = {
  members: endpoint
    .meta({ access: { kind: 'facility', permission: 'result.read' } })
    .route({ method: 'GET', path: '/facilities/{facilityId}/members' })
    .input(facilityPath)
    .output(z.array(z.unknown())),
};

/** Lets in the same roles of the facility as it should, and supporters who were to see results. */
export function wrongRoutes() {
  const os = implement(wrongContract).$context<RequestContext>();
  return os.router({ members: os.members.handler(({ context }) => context.inFacility(async () => [])) });
}
