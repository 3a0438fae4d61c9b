import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { ClauseView } from '#core/compliance/clause/clause-record.ts';
import { clauseRequest, clauseSource, lastSaidOf } from '#core/compliance/clause/clause-request.ts';
import { findRequests, putAgain, putBefore } from '../../plan/index.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { holdClause } from './clause-repository.ts';
import { clauseOf, readClause } from './read-clauses.ts';

type Asking = { readonly clauseId: string; readonly revision: number };

/** Puts the reason why a clause is not kept before the executives: once a fiscal year, and once for each reason. */
export async function askAboutClause(
  context: FacilityContext,
  catalogue: Catalogue,
  { clauseId, revision }: Asking,
): Promise<ClauseView> {
  const line = clauseOf(catalogue, clauseId);
  await holdClause(context, clauseId);
  const current = await readClause(context, catalogue, line);
  if (current.revision !== revision) throw refused('compliance/clause-changed', { current });
  if (current.undone === '') throw refused('compliance/nothing-undone');
  const before = lastSaidOf(await findRequests(context, clauseSource(clauseId)), clauseId);
  // What was answered in a year that is over still stands for the clause: it makes room.
  const put = current.asked === null ? putAgain : putBefore;
  await put(context, { ...clauseRequest({ ...current, before }), source: clauseSource(clauseId) });
  return readClause(context, catalogue, line);
}
