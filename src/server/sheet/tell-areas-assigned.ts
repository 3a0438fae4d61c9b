import type { Kysely } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { areasAssignedLetter } from '#core/sheet/areas-assigned-letter.ts';
import type { Tables } from '../platform/database/tables.ts';
import { inFacility } from '../platform/database/transaction.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { enqueue } from '../platform/jobs/enqueue.ts';
import { facilityName } from '../platform/mail/facility-name.ts';
import type { Outbox } from '../platform/mail/outbox.ts';
import { tellByMail } from '../platform/mail/post-mail.ts';
import { areasHandedOver, lockMember } from './assignment-repository.ts';
import { findRun } from './run-repository.ts';
import { sheetOfRun } from './sheet-of-run.ts';

type Desk = {
  readonly db: Kysely<Tables>;
  readonly outbox: Outbox | undefined;
  readonly catalogue: Catalogue;
  readonly now: Date;
};
type Assigned = { readonly facilityId: string; readonly runId: string; readonly personId: string };

/** Areas are handed over one after the other: the letter waits until nothing was for so long. */
const quietMs = 5 * 60 * 1000;

/** Asks for one letter to a person to whom somebody else has handed an area, with all areas handed over by then. */
export async function askToTellAssigned(
  { tx, facilityId, personId: by, now, outbox }: FacilityContext,
  { runId, personId }: { readonly runId: string; readonly personId: string },
): Promise<void> {
  if (!outbox || personId === by) return;
  const onlyOne = `sheet.areas-assigned ${facilityId} ${runId} ${personId}`;
  const runAt = new Date(now.getTime() + quietMs);
  await enqueue(tx, 'sheet.areas-assigned', { facilityId, runId, personId }, { onlyOne, runAt });
}

/** Tells a person how many areas of an open run others have handed over; nobody who has left the facility meanwhile. */
export async function tellAreasAssigned({ db, outbox, catalogue, now }: Desk, assigned: Assigned): Promise<void> {
  const { facilityId, runId, personId } = assigned;
  await inFacility(db, { facilityId, personId }, async (tx) => {
    const run = await findRun(tx, facilityId, runId);
    const member = await lockMember(tx, facilityId, personId);
    const areas = await areasHandedOver(tx, assigned);
    if (!run || !member || run.status === 'submitted' || areas === 0) return;
    const { title: sheetTitle } = sheetOfRun(catalogue, run);
    const facility = await facilityName(tx, facilityId);
    const { fiscalYear } = run;
    const letter = areasAssignedLetter({
      facility,
      facilityId,
      runId,
      sheetTitle,
      fiscalYear,
      name: member.name,
      areas,
    });
    await tellByMail(tx, outbox, {
      kind: 'areas-assigned',
      letter,
      to: { personId },
      from: { facilityId },
      about: runId,
      now,
    });
  });
}
