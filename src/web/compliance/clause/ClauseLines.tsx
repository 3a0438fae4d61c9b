import { firstOfAppendix } from '#core/compliance/clause/clause-scope.ts';
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
  const groups = Map.groupBy(clauses, ({ help, chapter }) =>
    help === null && chapter.no < firstOfAppendix ? 0 : chapter.no,
  );
  return [...groups].map(([no, of]) => {
    const done = of.filter((clause) => stateOf(clause) === 'followed-up').length;
    const title = no > 0 ? titleOf(no, of[0]?.chapter.title ?? '') : listTitle(of);
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

const titleOf = (no: number, chapter: string) => (no < firstOfAppendix ? `${no} ${chapter}` : chapter);

const listTitle = (lines: readonly ShownClause[]) =>
  lines.every(({ label }) => label.endsWith('章')) ? '章ごと' : '章と条項';
