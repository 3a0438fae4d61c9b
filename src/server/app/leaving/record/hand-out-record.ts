import type { ReadableStream } from 'node:stream/web';
import type { Logger } from 'pino';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { may, type Role } from '#core/identity/role.ts';
import { fromFacility } from '../../../platform/database/transaction.ts';
import { handOutZips, wholeFile, type writeZip, zipHeaders } from '../../../platform/files/index.ts';
import type { FacilityContext, RequestContext } from '../../../platform/http/context.ts';
import { notFound } from '../../../platform/http/refusal.ts';
import { writeRows } from './write-rows.ts';

/** Each keeps a database connection while its rows are taken. */
const recordsAtOnce = 3;

type Who = Pick<FacilityContext, 'facilityId' | 'personId' | 'personName'>;

export const recordHeaders = zipHeaders('record.zip', 'まもり_施設の記録一式.zip');

/** Rows in one snapshot; then the files, whose bytes never change, so that a slow receiver of many keeps no connection. */
async function writeRecord(
  zip: ReturnType<typeof writeZip>,
  { db, now, inFacility }: RequestContext,
  catalogue: Catalogue,
  who: Who,
): Promise<void> {
  const files = await fromFacility(db, { ...who, now }, async (tx, held) => {
    const roles = held as readonly Role[];
    if (!may(roles, 'facility.export')) throw notFound();
    return writeRows(zip, { ...who, tx, roles, now, outbox: undefined }, catalogue);
  });
  if (!files) throw notFound();
  for (const file of files) await zip.add({ name: file.path, packed: true, bytes: wholeFile(inFacility, file) });
}

type Parts = { readonly catalogue: Catalogue; readonly log: Logger };

const whoAsks = async ({ facilityId, personId, personName }: FacilityContext): Promise<Who> => ({
  facilityId,
  personId,
  personName,
});

/** Hands out everything of the facility as one archive. */
export function handOutRecord({ catalogue, log }: Parts) {
  const handOut = handOutZips({ most: recordsAtOnce, log });
  return (context: RequestContext): Promise<ReadableStream<Uint8Array>> =>
    handOut({
      now: context.now,
      prepare: () => context.inFacility(whoAsks),
      write: (zip, who) => writeRecord(zip, context, catalogue, who),
    });
}
