import type { WordRow } from '#core/catalogue/word.ts';
import { Card } from '#web/ui/Card.tsx';

/** The words of one row of the syllabary; the address of the page with `#` and a word leads to it. */
export function WordRowCard({ title, words }: WordRow) {
  return (
    <Card title={title}>
      <dl className="flex flex-col gap-4">
        {words.map(({ term, reading, text, source }) => (
          <div
            key={term}
            id={term}
            className="grid gap-x-6 border-t border-solid-gray-100 pt-4 break-inside-avoid wide:grid-cols-[18rem_1fr]"
          >
            <dt>
              <span className="block font-700">{term}</span>
              <span className="block text-note text-solid-gray-700">{reading}</span>
            </dt>
            <dd className="measure">
              {text}
              {source && <span className="block text-note text-solid-gray-700">{source}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
