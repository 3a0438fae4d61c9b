import { type Catalogue, findMeasure, latestRiskGuide } from '#core/catalogue/catalogue.ts';
import type { RiskGuide } from '#core/catalogue/risk-guide.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { type OpenFinding, type RiskGround, suggestedRisks, type WeakArea } from '#core/risk/suggestion.ts';
import type { SuggestionList, TreatmentChoices } from '#core/risk/suggestion-contract.ts';
import { type NewestResult, newestResults } from '../assessment/index.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { findPassed, findTaken } from './suggestion-repository.ts';

export function guideOf(catalogue: Catalogue): RiskGuide {
  const guide = latestRiskGuide(catalogue);
  if (!guide) throw notFound();
  return guide;
}

/** What suggestions are made from; the findings of audits are told by the capability of those, which uses this one. */
export type SuggestionSources = {
  readonly catalogue: Catalogue;
  readonly openFindings: (context: FacilityContext, catalogue: Catalogue) => Promise<readonly OpenFinding[]>;
};

function weakAreasOf({ result, report }: NewestResult): readonly WeakArea[] {
  const weak = new Set([...result.weakAreas, ...(report.established?.facts?.scores.weakAreas ?? [])]);
  return report.scores?.areas.filter(({ id }) => weak.has(id)) ?? [];
}

async function groundOf(
  context: FacilityContext,
  { catalogue, openFindings }: SuggestionSources,
  settled: readonly string[],
): Promise<RiskGround> {
  const newest = await newestResults(context, catalogue);
  return {
    weakAreas: newest.flatMap(weakAreasOf),
    network: newest.find(({ report }) => report.network)?.report.network ?? null,
    findings: await openFindings(context, catalogue),
    settled: new Set(settled),
  };
}

/** The risks that could be taken, and those set aside this fiscal year. */
export async function listSuggestions(context: FacilityContext, sources: SuggestionSources): Promise<SuggestionList> {
  const guide = guideOf(sources.catalogue);
  const fiscalYear = fiscalYearOf(context.now);
  const [taken, passed] = [await findTaken(context, fiscalYear), await findPassed(context, fiscalYear)];
  const ground = await groundOf(context, sources, [...taken, ...passed.map(({ suggestion_id }) => suggestion_id)]);
  const titles = new Map(guide.patterns.map(({ id, title }) => [id, title]));
  return {
    suggestions: [...suggestedRisks(guide, ground)],
    passed: passed.map((row) => ({
      id: row.suggestion_id,
      title: titles.get(row.suggestion_id) ?? row.suggestion_id,
      reason: row.reason,
      passedBy: { id: row.person_id, name: row.name },
      passedAt: row.passed_at,
    })),
  };
}

/** What treatments are chosen from. */
export function treatmentChoices(catalogue: Catalogue): TreatmentChoices {
  const { lines, patterns, source } = guideOf(catalogue);
  return {
    source,
    lines: [...lines],
    measures: patterns.flatMap(({ id, treatments }) =>
      treatments.map(({ measure, line, kind }) => ({
        suggestionId: id,
        measureId: measure,
        lineId: line,
        kind,
        text: findMeasure(catalogue, measure)?.measure.title ?? measure,
      })),
    ),
  };
}
