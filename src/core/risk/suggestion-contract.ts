import { z } from 'zod';
import { safeguardPlaces } from '../catalogue/risk-guide.ts';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { riskSchema } from './risk.ts';
import { tags } from './risk-contract.ts';
import { suggestedRiskSchema } from './suggestion.ts';
import { treatmentKinds } from './treatment.ts';

const suggestionId = z.string().max(40);

/** Suggestions, and those set aside this fiscal year. */
export const suggestionListSchema = z.object({
  suggestions: z.array(suggestedRiskSchema),
  passed: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      reason: z.string(),
      passedBy: z.object({ id: z.uuid(), name: z.string() }),
      passedAt: z.date(),
    }),
  ),
});
export type SuggestionList = z.infer<typeof suggestionListSchema>;

/** What treatments are chosen from: the lines of table 4-1, and the measures for each risk that is suggested. */
export const treatmentChoicesSchema = z.object({
  source: z.string(),
  lines: z.array(z.object({ id: z.string(), place: z.enum(safeguardPlaces), title: z.string() })),
  measures: z.array(
    z.object({
      suggestionId: z.string(),
      measureId: z.string(),
      text: z.string(),
      lineId: z.string(),
      kind: z.enum(treatmentKinds),
    }),
  ),
});
export type TreatmentChoices = z.infer<typeof treatmentChoicesSchema>;

const gone = {
  'risk/no-suggestion': {
    status: 409,
    message: 'この案は、もうリスクに加わったか、取り上げないことになりました。画面を開き直してください。',
  },
} as const;

/** Endpoints of the risks that are suggested to a facility. */
export const suggestionContract = {
  suggestedRisks: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.edit' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/suggested-risks',
      tags,
      summary: '点検の結果とほかの施設の事故から考えられる、リスクの案',
    })
    .input(facilityPath)
    .output(suggestionListSchema),
  takeSuggestion: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.edit' } })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/suggested-risks',
      tags,
      summary: 'リスクの案を、リスクに加える',
      successStatus: 201,
    })
    .input(facilityPath.extend({ suggestionId }))
    .output(riskSchema)
    .errors(gone),
  passSuggestion: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.edit' } })
    .route({
      method: 'PUT',
      path: '/facilities/{facilityId}/suggested-risks',
      tags,
      summary: 'リスクの案を、今年度は取り上げないことにする（passedがfalseなら、案に戻す）',
    })
    .input(
      facilityPath.extend({
        suggestionId,
        passed: z.boolean(),
        reason: z.string().max(400, '400文字までです。'),
      }),
    )
    .output(suggestionListSchema)
    .errors(gone),
  treatmentChoices: endpoint
    .meta({ access: { kind: 'facility', permission: 'risk.read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/treatment-choices',
      tags,
      summary: '対応を選ぶもと（表4-1の行と、案ごとの対策）',
    })
    .input(facilityPath)
    .output(treatmentChoicesSchema),
};
