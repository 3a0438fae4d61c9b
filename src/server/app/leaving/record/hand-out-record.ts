import { type ReadableStream, TransformStream, type WritableStreamDefaultWriter } from 'node:stream/web';
import type { Logger } from 'pino';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { may, type Role } from '#core/identity/role.ts';
import { fromFacility } from '../../../platform/database/transaction.ts';
import { writeZip } from '../../../platform/files/index.ts';
import type { FacilityContext, RequestContext } from '../../../platform/http/context.ts';
import { notFound, refused } from '../../../platform/http/refusal.ts';
import { wholeFile } from './evidence-entries.ts';
import { takenInTime } from './taken-in-time.ts';
import { writeRows } from './write-rows.ts';

/** Each keeps a database connection while its rows are taken. */
const recordsAtOnce = 3;
/** Whoever takes nothing for so long is let go, and the connection with it. */
const stallMs = 60_000;

type Who = Pick<FacilityContext, 'facilityId' | 'personId' | 'personName'>;
type Writer = WritableStreamDefaultWriter<Uint8Array>;

export const recordHeaders = {
  'Content-Type': 'application/zip',
  'Content-Disposition': `attachment; filename="record.zip"; filename*=UTF-8''${encodeURIComponent('まもり_施設の記録一式.zip')}`,
  'Cache-Control': 'private, no-store',
};

/** Rows in one snapshot; then the files, whose bytes never change, so that a slow receiver of many keeps no connection. */
async function writeRecord({ db, now, inFacility }: RequestContext, catalogue: Catalogue, who: Who, writer: Writer) {
  const zip = writeZip((piece) => takenInTime(writer.write(piece), stallMs), now);
  const files = await fromFacility(db, { ...who, now }, async (tx, held) => {
    const roles = held as readonly Role[];
    if (!may(roles, 'facility.export')) throw notFound();
    return writeRows(zip, { ...who, tx, roles, now, outbox: undefined }, catalogue);
  });
  if (!files) throw notFound();
  for (const file of files) await zip.add({ name: file.path, packed: true, bytes: wholeFile(inFacility, file) });
  await zip.end();
  await writer.close();
}

type Parts = { readonly catalogue: Catalogue; readonly log: Logger };

const whoAsks = async ({ facilityId, personId, personName }: FacilityContext): Promise<Who> => ({
  facilityId,
  personId,
  personName,
});

async function writtenTo(writer: Writer, { catalogue, log }: Parts, context: RequestContext, who: Who): Promise<void> {
  try {
    await writeRecord(context, catalogue, who, writer);
  } catch (err) {
    log.warn({ err }, 'a record was not handed out to its end');
    await writer.abort(err).catch(() => undefined);
  }
}

/** Hands out everything of the facility as one archive, written while it is taken: no part of it is kept anywhere. */
export function handOutRecord(parts: Parts) {
  let open = 0;
  const leave = () => {
    open -= 1;
  };
  return async (context: RequestContext): Promise<ReadableStream<Uint8Array>> => {
    if (open >= recordsAtOnce) throw refused('try-later');
    open += 1;
    const who = await context.inFacility(whoAsks).catch((error) => {
      leave();
      throw error;
    });
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    void writtenTo(writable.getWriter(), parts, context, who).finally(leave);
    return readable;
  };
}
