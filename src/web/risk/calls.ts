import { riskContract } from '#core/risk/contract.ts';
import { queriesFor } from '#web/platform/api.ts';
import type { RiskSearch } from './risk-search.ts';

export const risks = queriesFor(riskContract);

/** How the register stands in numbers, and by which criteria. */
export const riskSumsQuery = (facilityId: string) =>
  risks.riskSums.queryOptions({ input: { facilityId }, staleTime: 0 });
export type RiskSums = Awaited<ReturnType<typeof risks.riskSums.call>>;

/** The risks that are looked at, page by page. */
export const risksQuery = (facilityId: string, { basis, ...search }: RiskSearch) =>
  risks.risks.infiniteOptions({
    input: (after: string | undefined) => ({
      facilityId,
      basis: basis ?? 'before',
      ...search,
      ...(after && { after }),
    }),
    initialPageParam: undefined,
    getNextPageParam: (page) => (page.more ? page.risks.at(-1)?.id : undefined),
    staleTime: 0,
  });
export type ShownLine = Awaited<ReturnType<typeof risks.risks.call>>['risks'][number];

/** One risk with everything said of it. */
export const riskQuery = (facilityId: string, riskId: string) =>
  risks.risk.queryOptions({ input: { facilityId, riskId }, staleTime: 0 });
export type ShownRisk = Awaited<ReturnType<typeof risks.risk.call>>;
export type ShownTreatment = ShownRisk['treatments'][number];

/** By what risks are estimated. */
export const criteriaQuery = (facilityId: string) =>
  risks.criteria.queryOptions({ input: { facilityId }, staleTime: 0 });

/** Risks the facility may have. */
export const suggestedRisksQuery = (facilityId: string) =>
  risks.suggestedRisks.queryOptions({ input: { facilityId }, staleTime: 0 });
export type SuggestionList = Awaited<ReturnType<typeof risks.suggestedRisks.call>>;

/** Table 4-1 as the treatments fill it. */
export const safeguardsQuery = (facilityId: string) =>
  risks.safeguards.queryOptions({ input: { facilityId }, staleTime: 0 });

/** What treatments are chosen from: content, the same all day. */
export const treatmentChoicesQuery = (facilityId: string) =>
  risks.treatmentChoices.queryOptions({ input: { facilityId } });
export type TreatmentChoices = Awaited<ReturnType<typeof risks.treatmentChoices.call>>;
