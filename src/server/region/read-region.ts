import { daysOfFiscalYear, fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { hasMembers } from '#core/organisation/organisation.ts';
import { auditedOf } from '#core/region/audited.ts';
import type { Region } from '#core/region/contract.ts';
import { unnamedOf } from '#core/region/unnamed.ts';
import { findOrganisation } from '../organisation/index.ts';
import type { OrganisationContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { auditedMembers, shownFacilities, unnamedStages } from './repository.ts';

const beginningOf = (fiscalYear: number) => new Date(`${daysOfFiscalYear(fiscalYear).first}T00:00:00+09:00`);

/** What the members of a corporation or network let it see of this fiscal year. */
export async function readRegion({ tx, organisationId, now }: OrganisationContext): Promise<Region> {
  const organisation = await findOrganisation(tx, organisationId);
  if (!organisation || !hasMembers(organisation.kind)) throw notFound();
  const fiscalYear = fiscalYearOf(now);
  return {
    fiscalYear,
    facilities: await shownFacilities(tx, { organisationId, fiscalYear }),
    audited: auditedOf(await auditedMembers(tx, beginningOf(fiscalYear))),
    unnamed: unnamedOf(await unnamedStages(tx, fiscalYear)),
  };
}
