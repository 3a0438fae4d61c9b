import type { PartDoubt } from '#core/compliance/clause/part-doubt.ts';
import { Card } from '#web/ui/Card.tsx';
import type { ShownClause } from '../calls.ts';
import { ClauseRow } from './ClauseRow.tsx';
import { stateOf } from './clause-words.ts';

type ClauseLinesProps = {
  readonly facilityId: string;
  readonly clauses: readonly ShownClause[];
  readonly doubt: PartDoubt;
};

/** Lines under their chapters; where a line stands for a chapter or could be read alone, all in one list. */
export function ClauseLines({ facilityId, clauses, doubt }: ClauseLinesProps) {
  const groups = Map.groupBy(clauses, ({ help, chapter }) => (help === null ? 0 : chapter.no));
  return [...groups].map(([no, of]) => {
    const done = of.filter((clause) => stateOf(clause) === 'followed-up').length;
    const title = no === 0 ? '章と条項' : `${no} ${of[0]?.chapter.title ?? ''}`;
    return (
      <Card key={no} title={title} aside={`確かめた ${done} / ${of.length}`}>
        <ul>
          {of.map((clause) => (
            <ClauseRow key={clause.id} {...{ facilityId, clause, doubt }} />
          ))}
        </ul>
      </Card>
    );
  });
}
