import type { Context } from 'hono';
import type { RecordRead } from '#core/kernel/contract.ts';
import { hasRecorded } from '../activity/has-recorded.ts';
import { recordRead } from '../activity/record-read.ts';
import type { FacilityContext } from './context.ts';
import type { Endpoint } from './endpoints.ts';
import { Refusal } from './refusal.ts';

const supporterRead = ({ name }: Endpoint): RecordRead => ({ act: 'support.read', detail: { endpoint: name } });

/** What the contract wants noted of this reading; of what a supporter does there is always a line. */
async function noteOf(endpoint: Endpoint, facility: FacilityContext): Promise<RecordRead | undefined> {
  if (endpoint.recordRead || !facility.roles.includes('supporter')) return endpoint.recordRead;
  if (endpoint.method !== 'GET' && (await hasRecorded(facility))) return undefined;
  return supporterRead(endpoint);
}

/** Notes a reading once a request: a file may be read in several transactions. */
export function readNoter(endpoint: Endpoint, c: Context) {
  let noted = false;
  return async (facility: FacilityContext): Promise<void> => {
    if (noted) return;
    const read = await noteOf(endpoint, facility);
    if (read) await recordRead(facility, read, read.subject ? (c.req.param(read.subject) ?? null) : null);
    noted = true;
  };
}

/** Whether a refusal tells something of the facility, as the answer that somebody else gave first. */
export const tellsMore = (error: unknown): boolean => error instanceof Refusal && error.details !== undefined;

/** Notes what a supporter was told by a refusal, with which everything else of the request was undone. */
export const noteTold = (endpoint: Endpoint, facility: FacilityContext): Promise<void> =>
  recordRead(facility, supporterRead(endpoint), null);
