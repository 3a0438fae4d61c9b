import { createHash } from 'node:crypto';
import { isWatched } from '#core/identity/role.ts';
import type { RecordRead } from '#core/kernel/contract.ts';
import type { FacilityContext } from '../http/context.ts';
import { recordActivity } from './record-activity.ts';

/** The same id within a minute: a person who reads on leaves one row, also through several processes at once. */
function idOfMinute({ facilityId, personId, now }: FacilityContext, ...read: readonly unknown[]): string {
  const minute = Math.floor(now.getTime() / 60_000);
  const bytes = createHash('sha256')
    .update(JSON.stringify([facilityId, personId, ...read, minute]))
    .digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Notes that something was read or handed out, as the contract of the endpoint says. */
export async function recordRead(context: FacilityContext, read: RecordRead, subject: string | null): Promise<void> {
  const { act, by = 'watched', detail = {} } = read;
  if (by === 'everyone') return recordActivity(context, act, subject, detail);
  if (!isWatched(context.roles)) return;
  await recordActivity(context, act, subject, detail, idOfMinute(context, act, subject, detail));
}
