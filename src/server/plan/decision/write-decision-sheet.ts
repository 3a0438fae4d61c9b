import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { type DecisionSheet, decisionSheet } from '#core/plan/decision/decision-sheet.ts';
import { newestResults } from '../../assessment/index.ts';
import type { Documents } from '../../platform/documents/index.ts';
import type { FacilityContext, RequestContext } from '../../platform/http/context.ts';
import { facilityName } from '../../platform/mail/facility-name.ts';
import { findDecided } from './decision-repository.ts';
import { numbersOf } from './numbers-of.ts';
import { findOpenRequests } from './request-repository.ts';

type Parts = { readonly catalogue: Catalogue; readonly documents: Documents };

async function readSheet(context: FacilityContext, catalogue: Catalogue) {
  const sheet = decisionSheet({
    facility: await facilityName(context.tx, context.facilityId),
    requests: await findOpenRequests(context),
    decided: await findDecided(context, { fiscalYear: fiscalYearOf(context.now) }),
    newest: (await newestResults(context, catalogue)).map(numbersOf),
    now: context.now,
  });
  return { sheet, facilityId: context.facilityId };
}

const fileName = ({ title, facility }: DecisionSheet) => `${title}_${facility}.pdf`;

/** The page for the board's meeting as PDF; read inside the transaction, typeset outside it. */
export async function writeDecisionSheet(context: RequestContext, { catalogue, documents }: Parts): Promise<File> {
  const { sheet, facilityId } = await context.inFacility((facility) => readSheet(facility, catalogue));
  const bytes = await documents.writePdf({ template: 'decision', content: sheet }, facilityId);
  return new File([bytes], fileName(sheet), { type: 'application/pdf' });
}
