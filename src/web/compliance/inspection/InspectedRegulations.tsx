import { regulationKindTitles } from '#core/compliance/regulation/regulation.ts';
import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import type { InspectionView } from '../calls.ts';

type InspectedRegulationsProps = Pick<InspectionView, 'regulations'> & { readonly facilityId: string };

/** The documents in force, whose texts lie in the archive. */
export function InspectedRegulations({ regulations, facilityId }: InspectedRegulationsProps) {
  return (
    <Card title="使っている規程・方針" aside={`${regulations.length}件`}>
      {regulations.length === 0 ? (
        <p className="measure">
          経営者が承認して使っている文書は、まだありません。
          <Link href={`/facilities/${facilityId}/regulations`}>規程・方針を開く</Link>
        </p>
      ) : (
        <ul className="divide-y divide-solid-gray-100">
          {regulations.map(({ id, title, kind, number, validOn, approvedBy, hasText }) => (
            <li key={id} className="py-2">
              <Link href={`/facilities/${facilityId}/regulations/${id}`}>{title}</Link>
              <span className="block text-help text-solid-gray-700">
                {regulationKindTitles[kind]}・第{number}版・{japaneseDay(validOn)}から・{approvedBy}が承認・
                {hasText ? '本文を一式（ZIP）に入れます' : 'ファイルを証跡に入れます'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
