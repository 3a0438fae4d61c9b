import { activityFilterSchema } from '#core/app/activity-contract.ts';
import type { ActivityKind } from '#core/app/activity-kind.ts';

/** What the address asks of the activity log. */
export type ActivitySearch = {
  readonly personId?: string;
  readonly kind?: ActivityKind;
  readonly from?: string;
  readonly to?: string;
};

const { personId, kind, from, to } = activityFilterSchema.shape;
const fields = { personId, kind, from, to };

/** Reads the address; what does not fit is left out, so that a mistyped address still shows the log. */
export function activitySearch(asked: Record<string, unknown>): ActivitySearch {
  const read = Object.entries(fields).flatMap(([name, schema]) => {
    const { success, data } = schema.safeParse(asked[name]);
    return success && data !== undefined ? [[name, data]] : [];
  });
  return Object.fromEntries(read);
}

/** The query of an address that asks for this; empty where everything is wanted. */
export function activityAsked(search: ActivitySearch): string {
  const query = new URLSearchParams(search);
  return query.size > 0 ? `?${query}` : '';
}
