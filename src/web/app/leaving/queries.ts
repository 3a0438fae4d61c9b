import { leavingContract } from '#core/app/leaving-contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const leaving = queriesFor(leavingContract);

export type Announced = NonNullable<Awaited<ReturnType<typeof leaving.read.call>>>;

export function leavingQuery(facilityId: string) {
  return leaving.read.queryOptions({ input: { facilityId } });
}

/** Where the browser takes the record from, piece by piece and past this page. */
export const recordHref = (facilityId: string) => `/api/v1/facilities/${facilityId}/record.zip`;
