import { broughtBefore, type Cause, laterText } from '#core/assessment/measure-effect.ts';
import type { ProposedMeasure } from '#core/assessment/measures.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { Link } from '#web/ui/Link.tsx';
import { shortAnswer } from './short-answer.ts';
import type { ShownResult } from './shown-result.ts';

type CausesProps = { readonly shown: ShownResult; readonly measure: ProposedMeasure };

/** Which answers called for the measure, and where it brings them. */
export function Causes({ shown, measure }: CausesProps) {
  const { sheet, answers, answersAt } = shown;
  const text = new Map(itemsOf(sheet).map((item) => [item.id, item.text]));
  const ids = measure.prerequisites.map(({ id }) => id);
  const first = sheet.areas.flatMap(({ measures }) => measures.filter(({ id }) => ids.includes(id)));
  return (
    <ul className="text-help text-solid-gray-700">
      {measure.causes.map((cause) => (
        <li key={cause.item}>
          <Link href={answersAt(cause.item)}>{cause.item}</Link>「{text.get(cause.item)}」{' '}
          <span className="whitespace-nowrap font-700 tabular-nums text-solid-gray-900">
            {shortAnswer(answers.get(cause.item)?.value ?? null, sheet.scale)} → {cause.to}
          </span>
          {laterText(cause) || beforeText(cause, first)}
        </li>
      ))}
    </ul>
  );
}

/** Where the measures before it leave the answer: 「（1になってから）」 */
function beforeText(cause: Cause, first: Parameters<typeof broughtBefore>[1]): string {
  const step = broughtBefore(cause, first);
  return step === undefined ? '' : `（${step}になってから）`;
}
