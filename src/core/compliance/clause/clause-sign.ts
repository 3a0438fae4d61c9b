import { type ProposalSource, speaksAgainst, valueOf } from '../proposal.ts';
import type { ClauseLine } from './clause-line.ts';
import type { ClauseSign } from './clause-record.ts';

type Source = Omit<ProposalSource, 'relation'>;

/**
 * What the newest submitted answers say of a clause: kept where every question it rests on stands at step 2 or above, not kept
 * where one is below or an audit found it below, else not to be told; never where the questions only touch a chapter. Null where no question speaks. Only a sign: people confirm by their steps.
 */
export function signOf(
  line: Pick<ClauseLine, 'items' | 'decided'>,
  sources: ReadonlyMap<string, Source>,
): ClauseSign | null {
  const relation = line.decided ? 'decides' : 'partly';
  const from = line.items.flatMap((id) => {
    const source = sources.get(id);
    return source ? [{ ...source, relation: relation as 'decides' | 'partly' }] : [];
  });
  if (from.length === 0) return null;
  const value = valueOf(from);
  return {
    kept: value === null ? null : value === 'yes',
    from: from.map((one) => ({
      itemId: one.itemId,
      text: one.text,
      words: one.words,
      established: one.established,
      speaksAgainst: speaksAgainst(one),
    })),
  };
}
