import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { hasArea } from '#core/organisation/organisation.ts';
import { prefectures } from '#core/organisation/prefecture.ts';
import type { Programme } from '#core/programme/contract.ts';
import { stageTable } from '#core/programme/stage-table.ts';
import { findOrganisation } from '../organisation/index.ts';
import type { OrganisationContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { countStages } from './repository.ts';

/** Counts by stage for the prefecture of the organisation, or for all of them where it is the ministry. */
export async function readProgramme(
  { tx, organisationId, now }: OrganisationContext,
  fiscalYear = fiscalYearOf(now),
): Promise<Programme> {
  const organisation = await findOrganisation(tx, organisationId);
  if (!organisation || !hasArea(organisation.kind)) throw notFound();
  const { prefecture } = organisation;
  const area = prefecture === null ? prefectures.map(({ code }) => code) : [prefecture];
  return { fiscalYear, prefecture, ...stageTable(await countStages(tx, { fiscalYear, prefectures: area })) };
}
