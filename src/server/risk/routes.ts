import { implement } from '@orpc/server';
import { riskContract } from '#core/risk/contract.ts';
import type { Documents } from '../platform/documents/index.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { askAcceptance, dropAcceptance } from './ask-acceptance.ts';
import { assessRisk } from './assess-risk.ts';
import { readRisk } from './hold-risk.ts';
import { listRisks } from './list-risks.ts';
import { listSuggestions, type SuggestionSources, treatmentChoices } from './list-suggestions.ts';
import { readSafeguards } from './read-safeguards.ts';
import { addRisk, closeRisk, editRisk } from './save-risk.ts';
import { addTreatment, editTreatment, removeTreatment } from './save-treatment.ts';
import { readCriteria, setCriteria } from './set-criteria.ts';
import { sumRisks } from './sum-risks.ts';
import { passSuggestion, takeSuggestion } from './take-suggestion.ts';
import { writeBoard, writeRiskWorkbook } from './write-documents.ts';

type Parts = SuggestionSources & { readonly documents: Documents };
const implemented = () => implement(riskContract).$context<RequestContext>();

function registerRoutes(os: ReturnType<typeof implemented>) {
  return {
    risks: os.risks.handler(({ context, input }) => context.inFacility((facility) => listRisks(facility, input))),
    riskSums: os.riskSums.handler(({ context }) => context.inFacility(sumRisks)),
    risk: os.risk.handler(({ context, input }) => context.inFacility((facility) => readRisk(facility, input.riskId))),
    addRisk: os.addRisk.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => addRisk(facility, edit)),
    ),
    editRisk: os.editRisk.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => editRisk(facility, edit)),
    ),
    assessRisk: os.assessRisk.handler(({ context, input: { facilityId: _, ...assessing } }) =>
      context.inFacility((facility) => assessRisk(facility, assessing)),
    ),
    closeRisk: os.closeRisk.handler(({ context, input: { facilityId: _, ...closing } }) =>
      context.inFacility((facility) => closeRisk(facility, closing)),
    ),
    criteria: os.criteria.handler(({ context }) => context.inFacility(readCriteria)),
    setCriteria: os.setCriteria.handler(({ context, input: { facilityId: _, ...setting } }) =>
      context.inFacility((facility) => setCriteria(facility, setting)),
    ),
  };
}

function treatmentRoutes(os: ReturnType<typeof implemented>, { catalogue }: Parts) {
  return {
    addTreatment: os.addTreatment.handler(({ context, input: { facilityId: _, ...added } }) =>
      context.inFacility((facility) => addTreatment(facility, catalogue, added)),
    ),
    editTreatment: os.editTreatment.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => editTreatment(facility, catalogue, edit)),
    ),
    removeTreatment: os.removeTreatment.handler(({ context, input }) =>
      context.inFacility((facility) => removeTreatment(facility, input)),
    ),
    askAcceptance: os.askAcceptance.handler(({ context, input: { facilityId: _, ...asking } }) =>
      context.inFacility((facility) => askAcceptance(facility, asking)),
    ),
    dropAcceptance: os.dropAcceptance.handler(({ context, input }) =>
      context.inFacility((facility) => dropAcceptance(facility, input.riskId)),
    ),
  };
}

function suggestionRoutes(os: ReturnType<typeof implemented>, sources: Parts) {
  const { catalogue } = sources;
  return {
    suggestedRisks: os.suggestedRisks.handler(({ context }) =>
      context.inFacility((facility) => listSuggestions(facility, sources)),
    ),
    takeSuggestion: os.takeSuggestion.handler(({ context, input }) =>
      context.inFacility((facility) => takeSuggestion(facility, sources, input.suggestionId)),
    ),
    passSuggestion: os.passSuggestion.handler(({ context, input: { facilityId: _, ...passing } }) =>
      context.inFacility((facility) => passSuggestion(facility, sources, passing)),
    ),
    safeguards: os.safeguards.handler(({ context }) =>
      context.inFacility((facility) => readSafeguards(facility, catalogue)),
    ),
    treatmentChoices: os.treatmentChoices.handler(({ context }) =>
      context.inFacility(async () => treatmentChoices(catalogue)),
    ),
  };
}

export function riskRoutes(parts: Parts) {
  const os = implemented();
  const documents = {
    board: os.board.handler(({ context }) => writeBoard(context, parts.documents)),
    workbook: os.workbook.handler(({ context }) => writeRiskWorkbook(context, parts.documents)),
  };
  return os.router({
    ...documents,
    ...registerRoutes(os),
    ...treatmentRoutes(os, parts),
    ...suggestionRoutes(os, parts),
  });
}
