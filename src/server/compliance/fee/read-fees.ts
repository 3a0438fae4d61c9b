import { type Catalogue, compareVersions, findItem } from '#core/catalogue/catalogue.ts';
import { type FeeRule, standingFeeRules } from '#core/catalogue/fee-rule.ts';
import { idsOverBridges } from '#core/catalogue/ids-over-bridges.ts';
import { findLine } from '#core/compliance/clause/clause-line.ts';
import { signOf } from '#core/compliance/clause/clause-sign.ts';
import { feeDocument } from '#core/compliance/fee/fee-document.ts';
import type { FeeEvidence, FeeProof } from '#core/compliance/fee/fee-evidence.ts';
import { establishedOf, proposalOf } from '#core/compliance/proposal.ts';
import { readStanding } from '../../evidence/index.ts';
import type { Documents } from '../../platform/documents/index.ts';
import type { FacilityContext, RequestContext } from '../../platform/http/context.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { findSteps } from '../clause/clause-repository.ts';
import { newestSources } from '../newest-sources.ts';
import { facilityHead } from '../repository.ts';
import { shownAtClauses } from '../shown-at-clauses.ts';

/** Tells of a question or clause what is there of it. */
async function proofTeller(context: FacilityContext, catalogue: Catalogue): Promise<(id: string) => FeeProof> {
  const sources = await newestSources(context, catalogue);
  const [steps, shown] = [await findSteps(context), await shownAtClauses(context)];
  const files = Map.groupBy(await readStanding(context, catalogue), ({ itemId }) => itemId);
  const idsOf = idsOverBridges(catalogue);
  return (id) => {
    const ids = idsOf(id);
    const line = findLine(catalogue, id);
    const item = findItem(catalogue, id)?.item;
    const proposal = item && proposalOf(catalogue, item, (one) => sources.get(one));
    const own = ids.flatMap((one) => sources.get(one) ?? []).slice(0, 1);
    const from = line ? (signOf(line, sources)?.from ?? []) : [...own, ...(proposal?.from ?? [])];
    const words = line
      ? { kind: 'clause' as const, label: `${line.part.title} ${line.label}`, text: line.text }
      : { kind: 'item' as const, label: item?.label ?? id, text: item?.text ?? '' };
    return {
      id,
      ...words,
      answer: own[0]?.words ?? null,
      established: establishedOf(from),
      step: steps.get(id)?.[0]?.step ?? null,
      shownBy: shown(id).map((by) => by.words),
      files: ids.flatMap((one) => files.get(one) ?? []).map(({ name }) => name),
    };
  };
}

const evidenceOf =
  (proofOf: (id: string) => FeeProof) =>
  ({ conditions, ...rule }: FeeRule): FeeEvidence => ({
    ...rule,
    conditions: conditions.map(({ proofs, ...condition }) => ({ ...condition, proofs: proofs.map(proofOf) })),
  });

/** What the facility has for the conditions of each rule of fees that stands, the newest revision first. */
export async function readFees(context: FacilityContext, catalogue: Catalogue): Promise<FeeEvidence[]> {
  const rules = standingFeeRules(catalogue.feeRules).toSorted((a, b) => compareVersions(b.version, a.version));
  return rules.map(evidenceOf(await proofTeller(context, catalogue)));
}

type Printing = { readonly ruleId: string; readonly version: string };

async function load(context: FacilityContext, catalogue: Catalogue, { ruleId, version }: Printing) {
  const { tx, facilityId, now } = context;
  // A version that was replaced can still be printed as it was shown then.
  const rule = catalogue.feeRules.find((one) => one.id === ruleId && one.version === version);
  if (!rule) throw notFound();
  const evidence = evidenceOf(await proofTeller(context, catalogue))(rule);
  const { name } = await facilityHead(tx, facilityId);
  return { facilityId, content: feeDocument({ evidence, facility: name, now }) };
}

/** One rule with what the facility has for it, as PDF; read inside the transaction, typeset outside it. */
export async function printFees(
  context: RequestContext,
  { catalogue, documents }: { readonly catalogue: Catalogue; readonly documents: Documents },
  at: Printing,
): Promise<File> {
  const { facilityId, content } = await context.inFacility((facility) => load(facility, catalogue, at));
  const bytes = await documents.writePdf({ template: 'fee', content }, facilityId);
  return new File([bytes], `${content.title}.pdf`, { type: 'application/pdf' });
}
