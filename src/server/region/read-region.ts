import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { hasMembers } from '#core/organisation/organisation.ts';
import type { Region } from '#core/region/contract.ts';
import { unnamedOf } from '#core/region/unnamed.ts';
import { findOrganisation } from '../organisation/index.ts';
import type { OrganisationContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { shownFacilities, unnamedStages } from './repository.ts';

/** What the members of a corporation or network let it see of this fiscal year. */
export async function readRegion({ tx, organisationId, now }: OrganisationContext): Promise<Region> {
  const organisation = await findOrganisation(tx, organisationId);
  if (!organisation || !hasMembers(organisation.kind)) throw notFound();
  const fiscalYear = fiscalYearOf(now);
  return {
    fiscalYear,
    facilities: await shownFacilities(tx, { organisationId, fiscalYear }),
    unnamed: unnamedOf(await unnamedStages(tx, fiscalYear)),
  };
}
