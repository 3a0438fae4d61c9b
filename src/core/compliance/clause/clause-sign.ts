import type { Clause } from '../../catalogue/guideline.ts';
import { type ProposalSource, speaksAgainst, valueOf } from '../proposal.ts';
import type { ClauseSign } from './clause-record.ts';

type Source = Omit<ProposalSource, 'relation'>;

/**
 * What the newest submitted answers say of a clause: kept where every question it rests on stands at step 2 or above, not kept
 * where one is below, else not to be told. Null where no question speaks. Only a sign: people confirm by their steps.
 */
export function signOf(clause: Pick<Clause, 'items'>, sources: ReadonlyMap<string, Source>): ClauseSign | null {
  const from = clause.items.flatMap((id) => {
    const source = sources.get(id);
    return source ? [{ ...source, relation: 'decides' as const }] : [];
  });
  if (from.length === 0) return null;
  const value = valueOf(from);
  return {
    kept: value === null ? null : value === 'yes',
    from: from.map((one) => ({
      ...{ itemId: one.itemId, text: one.text, words: one.words },
      speaksAgainst: speaksAgainst(one),
    })),
  };
}
