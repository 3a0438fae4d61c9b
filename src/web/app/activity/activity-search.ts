import { type ActivityKind, activityKinds } from '#core/app/activity-kind.ts';

/** What the address asks of the activity log. */
export type ActivitySearch = {
  readonly personId?: string;
  readonly kind?: ActivityKind;
  readonly from?: string;
  readonly to?: string;
  /** What came about through this support agreement. */
  readonly agreementId?: string;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

const isUuid = (text: unknown) => typeof text === 'string' && uuid.test(text);
const isKind = (text: unknown) => activityKinds.some((kind) => kind === text);
const isDay = (text: unknown) =>
  typeof text === 'string' && day.test(text) && new Date(text).toJSON()?.slice(0, text.length) === text;

const fits = { personId: isUuid, kind: isKind, from: isDay, to: isDay, agreementId: isUuid } as const;

/** Reads the address; what does not fit is left out, so that a mistyped address still shows the log. */
export function activitySearch(asked: Record<string, unknown>): ActivitySearch {
  return Object.fromEntries(
    Object.entries(fits).flatMap(([name, holds]) => (holds(asked[name]) ? [[name, asked[name]]] : [])),
  );
}
