import type { Ehr } from '#core/organisation/facility.ts';
import type { Profile, ServerAnswers } from '#core/organisation/profile.ts';
import { suggestTier } from '#core/organisation/tier.ts';
import { chooseSheetFor } from '#core/organisation/which-sheet.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { asFacility, facilityColumns } from './facility-row.ts';

type Reading = Pick<FacilityContext, 'tx' | 'facilityId'>;

/** What the facility says of itself, with what follows from it: the suggested tier and the sheet for it. */
export async function readProfile({ tx, facilityId }: Reading): Promise<Profile> {
  const row = await tx
    .selectFrom('facility')
    .leftJoin('facility_profile as own', 'own.facility_id', 'facility.id')
    .select(facilityColumns)
    .select(['own.ehr', 'own.system_staff', 'own.sheet_choice', 'own.revision'])
    .where('facility.id', '=', facilityId)
    .executeTakeFirst();
  if (!row) throw notFound();
  const facility = asFacility(row);
  const entered = { ehr: (row.ehr ?? 'unknown') as Ehr, systemStaff: row.system_staff };
  const answers = row.sheet_choice as ServerAnswers | null;
  const { type, beds } = facility;
  return {
    ...facility,
    ...entered,
    revision: row.revision ?? 1,
    suggestedTier: withOwnReasons(suggestTier({ ...facility, ...entered })),
    sheetChoice: answers && { answers, choice: chooseSheetFor({ type, beds, ...answers }) },
  };
}

const withOwnReasons = ({ tier, reasons }: ReturnType<typeof suggestTier>) => ({ tier, reasons: [...reasons] });

/** Makes sure the profile has a row, holds it until the transaction ends, and tells its revision. */
export async function lockProfile({ tx, facilityId }: Reading): Promise<number> {
  await tx
    .insertInto('facility_profile')
    .values({ facility_id: facilityId, system_staff: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { revision } = await tx
    .selectFrom('facility_profile')
    .select('revision')
    .where('facility_id', '=', facilityId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return revision;
}
