import type { ShownBy } from '#core/compliance/clause/clause-record.ts';
import type { RegulationRow } from '#core/compliance/regulation/regulation.ts';
import { regulationWords } from '#core/compliance/regulation/regulation-words.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { shownOfPatients } from './patient/shown-of-patients.ts';
import { findRegulations } from './regulation/regulation-repository.ts';

/** The documents in force at the clauses they prove. */
function shownByRegulation({
  id,
  title,
  withdrawn,
  clauseIds,
  current,
}: RegulationRow): readonly (readonly [string, ShownBy])[] {
  if (withdrawn || !current) return [];
  const shown = { kind: 'regulation' as const, id, words: regulationWords({ title, current }) };
  return clauseIds.map((clauseId) => [clauseId, shown]);
}

/** Tells of each clause what is kept elsewhere and proves it. */
export async function shownAtClauses(context: FacilityContext): Promise<(clauseId: string) => ShownBy[]> {
  const pairs = [...(await findRegulations(context)).flatMap(shownByRegulation), ...(await shownOfPatients(context))];
  const byClause = Map.groupBy(pairs, ([clauseId]) => clauseId);
  return (clauseId) => (byClause.get(clauseId) ?? []).map(([, shown]) => shown);
}
