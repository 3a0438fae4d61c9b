import { may, type Permission } from '#core/identity/role.ts';
import type { Act } from '#core/kernel/act.ts';
import { isCursor } from '#core/kernel/live.ts';
import type { FacilityContext } from '../http/context.ts';
import { type Change, readChanges } from './read-changes.ts';

/** What one capability tells of the acts it is concerned with: read again for each reader, as far as that person may read. */
export type LiveSource<E> = {
  readonly permission: Permission;
  readonly acts: readonly Act[];
  readonly read: (context: FacilityContext, changes: readonly Change[]) => Promise<readonly E[]>;
};

export type LiveBatch<E> = { readonly cursor: string; readonly reset: boolean; readonly events: E[] };

/** What came after a cursor, told by every source the reader may hear; in one transaction of the reader. */
export async function readBatch<E>(
  context: FacilityContext,
  sources: readonly LiveSource<E>[],
  after: string | undefined,
): Promise<LiveBatch<E>> {
  const heard = sources.filter(({ permission }) => may(context.roles, permission));
  const acts = heard.flatMap((source) => source.acts);
  const known = after === undefined || isCursor(after);
  const { cursor, changes, tooMany } = await readChanges(context, acts, known ? after : undefined);
  if (!known || tooMany) return { cursor, reset: true, events: [] };
  const events: E[] = [];
  for (const { acts: own, read } of heard) {
    const concerned = changes.filter(({ act }) => own.includes(act));
    if (concerned.length > 0) events.push(...(await read(context, concerned)));
  }
  return { cursor, reset: false, events };
}
