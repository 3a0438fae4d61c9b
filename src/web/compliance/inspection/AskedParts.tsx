import { clauseStepTitles } from '#core/compliance/clause/clause-cycle.ts';
import { type AskedPart, drillClause, missingWords } from '#core/compliance/inspection/asked-part.ts';
import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import type { InspectionView } from '../calls.ts';

type AskedPartsProps = { readonly facilityId: string; readonly inspection: InspectionView };

/** What an inspection asks for by name: the contact tree and the last drill, or where to add them. */
export function AskedParts({ facilityId, inspection }: AskedPartsProps) {
  const { drill, askedAt } = inspection;
  const trees = filesOf(inspection, 'contact-tree');
  return (
    <>
      <Card title="連絡体制図">
        {trees.length === 0 ? (
          <p className="measure">{missingWords('contact-tree', askedAt['contact-tree'])}</p>
        ) : (
          trees
        )}
      </Card>
      <Card title="最後に行った訓練">
        {drill.length === 0 && <p className="measure">{missingWords('drill', askedAt.drill)}</p>}
        <ul className="flex flex-col gap-2">
          {drill.map(({ step, note, doneBy, doneAt }) => (
            <li key={step} className="measure">
              <strong>{clauseStepTitles[step]}</strong>（{japaneseDate(new Date(doneAt))}に{doneBy.name}が記録）
              {note !== '' && <span className="block whitespace-pre-line">{note}</span>}
            </li>
          ))}
        </ul>
        {filesOf(inspection, 'drill')}
        <Link href={`/facilities/${facilityId}/clauses/${drillClause}`}>{askedAt.drill.join('、')}を開く</Link>
      </Card>
    </>
  );
}

const filesOf = ({ files }: InspectionView, part: AskedPart) =>
  files
    .filter((file) => file.part === part)
    .map(({ id, name, proves }) => (
      <p key={id} className="measure break-words">
        {name}
        <span className="text-help text-solid-gray-700">（{proves.join('、')}に加えたもの）</span>
      </p>
    ));
