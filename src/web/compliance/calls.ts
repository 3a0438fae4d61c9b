import { complianceContract } from '#core/compliance/contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const compliance = queriesFor(complianceContract);

/** This year's checklist of a facility, always as it stands now. */
export const checklistQuery = (facilityId: string) =>
  compliance.checklist.queryOptions({ input: { facilityId }, staleTime: 0 });

/** The clauses of the guideline with what was done about each. */
export const clausesQuery = (facilityId: string) =>
  compliance.clauses.queryOptions({ input: { facilityId }, staleTime: 0 });
export type ClauseRegisterView = Awaited<ReturnType<typeof compliance.clauses.call>>;
export type ShownClause = ClauseRegisterView['parts'][number]['clauses'][number];

/** The documents the facility rules itself by. */
export const regulationsQuery = (facilityId: string) =>
  compliance.regulations.queryOptions({ input: { facilityId }, staleTime: 0 });
export type ShownRegulationRow = Awaited<ReturnType<typeof compliance.regulations.call>>[number];

/** One of them with its versions. */
export const regulationQuery = (path: { readonly facilityId: string; readonly regulationId: string }) =>
  compliance.regulation.queryOptions({ input: path, staleTime: 0 });
export type ShownRegulation = Awaited<ReturnType<typeof compliance.regulation.call>>;

/** The desk patients ask at. */
export const deskQuery = (facilityId: string) => compliance.desk.queryOptions({ input: { facilityId }, staleTime: 0 });
export type ShownDesk = Awaited<ReturnType<typeof compliance.desk.call>>;

/** What was asked there, page by page. */
export const enquiriesQuery = (facilityId: string) =>
  compliance.enquiries.infiniteOptions({
    input: (after: string | undefined) => ({ facilityId, ...(after && { after }) }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
export type ShownEnquiry = Awaited<ReturnType<typeof compliance.enquiries.call>>['entries'][number];

/** What was given to third parties, page by page. */
export const provisionsQuery = (facilityId: string) =>
  compliance.provisions.infiniteOptions({
    input: (after: string | undefined) => ({ facilityId, ...(after && { after }) }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
export type ShownProvision = Awaited<ReturnType<typeof compliance.provisions.call>>['entries'][number];

/** What the facility has for the conditions of rules of fees. */
export const feesQuery = (facilityId: string) =>
  compliance.feeEvidence.queryOptions({ input: { facilityId }, staleTime: 0 });
export type ShownFee = Awaited<ReturnType<typeof compliance.feeEvidence.call>>[number];

/** A facility, and the fiscal year of an inspection where it is an earlier one. */
export type InspectedYear = { readonly facilityId: string; readonly fiscalYear?: number };
/** What is laid before an inspection, always as it stands now. */
export const inspectionQuery = (of: InspectedYear) => compliance.inspection.queryOptions({ input: of, staleTime: 0 });
export type InspectionView = Awaited<ReturnType<typeof compliance.inspection.call>>;

/** Where the browser takes the archive for an inspection from, piece by piece and past the page. */
export const inspectionHref = ({ facilityId, fiscalYear }: InspectedYear) =>
  `/api/v1/facilities/${facilityId}/inspection.zip${fiscalYear === undefined ? '' : `?fiscalYear=${fiscalYear}`}`;

/** The systems vendors run for a facility, with this year's forms. */
export const vendorSystemsQuery = (facilityId: string) =>
  compliance.vendorSystems.queryOptions({ input: { facilityId }, staleTime: 0 });

export type ShownSystem = Awaited<ReturnType<typeof compliance.vendorSystems.call>>['systems'][number];

type RunPath = { readonly facilityId: string; readonly runId: string };

/** What submitted answers propose for a run of the checklist. */
export const proposalsQuery = (path: RunPath) => compliance.proposals.queryOptions({ input: path });

export type ChecklistView = Awaited<ReturnType<typeof compliance.checklist.call>>;
export type ProposalView = Awaited<ReturnType<typeof compliance.proposals.call>>[number];
