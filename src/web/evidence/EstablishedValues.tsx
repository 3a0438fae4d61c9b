import { useQuery } from '@tanstack/react-query';
import { answerLabel } from '#core/catalogue/answer-label.ts';
import type { Scale } from '#core/catalogue/sheet.ts';
import { establishedTitles } from '#core/evidence/established.ts';
import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import { establishedQuery } from './queries.ts';

type EstablishedValuesProps = { readonly facilityId: string; readonly itemId: string; readonly scale: Scale };

/** What audits and drills established of an item, beside what is claimed; nothing where nobody has looked. */
export function EstablishedValues({ facilityId, itemId, scale }: EstablishedValuesProps) {
  const { data = [] } = useQuery(establishedQuery(facilityId));
  const values = data.filter((one) => one.itemId === itemId);
  if (values.length === 0) return null;
  return (
    <span className="block text-help text-solid-gray-700">
      {values.map(({ kind, value, on }) => (
        <span key={kind} className="block">
          {establishedTitles[kind]}では：<strong className="text-solid-gray-900">{answerLabel(value, scale)}</strong>（
          {japaneseDay(on)}）
        </span>
      ))}
    </span>
  );
}
