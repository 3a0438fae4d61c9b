import type { Item } from '#core/catalogue/sheet.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { useAnswering } from '../answering.ts';
import { MarkWords } from './MarkWords.tsx';
import { valueWords } from './value-words.ts';

/** The answer of a run that this person cannot change. */
export function GivenAnswer({ item }: { readonly item: Item }) {
  const { sheet, standings } = useAnswering();
  const standing = standings.answers.get(item.id)?.standing;
  const given = standing?.value ?? null;
  const look =
    given === null ? 'border-dashed border-solid-gray-536 text-solid-gray-700' : 'border-blue-900 bg-blue-50';
  return (
    <div className={`flex items-start gap-2 rounded-8 border px-4 py-3 ${look}`}>
      {given !== null && (
        <span className="pt-1 text-blue-900">
          <Icon name="check" small />
        </span>
      )}
      <div className="min-w-0">
        <p className={given === null ? '' : 'font-700'}>{valueWords(given, sheet.scale)}</p>
        {standing && <MarkWords {...standing} />}
        {standing?.note && <p className="measure whitespace-pre-line text-help">{standing.note}</p>}
      </div>
    </div>
  );
}
