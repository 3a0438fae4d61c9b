import type { Kysely } from 'kysely';
import type { Replica } from '../database/replica.ts';
import type { Tables } from '../database/tables.ts';
import type { RequestContext } from './context.ts';

type Door = RequestContext['fromOrganisation'];

/** Reads on a standby where one is at hand. Who may read is decided on the primary, and once more where it is read. */
export function summaryDoor(
  primary: Kysely<Tables>,
  replica: Replica | undefined,
  doorTo: (db: Kysely<Tables>) => Door,
): Door {
  const onPrimary = doorTo(primary);
  if (!replica) return onPrimary;
  return async (work) => {
    await onPrimary(async () => undefined);
    const read = await replica.read(primary, async (standby) => ({ value: await doorTo(standby)(work) }));
    return read ? read.value : onPrimary(work);
  };
}
