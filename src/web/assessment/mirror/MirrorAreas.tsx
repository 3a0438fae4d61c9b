import type { Mirror, Spread } from '#core/assessment/mirror.ts';
import type { MirrorPart } from '#core/assessment/report/mirror-part.ts';
import { RangeBar } from './RangeBar.tsx';

type MirrorAreasProps = { readonly part: MirrorPart; readonly mirror: Mirror };

/** Median and spread of the executives, overall beside the technical score and then by their own areas. */
export function MirrorAreas({ part, mirror }: MirrorAreasProps) {
  const { score } = mirror.technical;
  return (
    <div>
      <p className="mb-2 text-note text-solid-gray-700">●は中央値、帯は最も低い人から最も高い人まで（0〜3点）</p>
      <dl className="flex flex-col">
        <Row
          title={part.overall.title}
          value={part.overall.median}
          spread={part.overall.spread}
          range={mirror.overall}
          strong
        />
        {score !== null && (
          <Row
            title={part.technical.title}
            value={part.technical.median}
            spread={part.technical.spread}
            range={{ median: score, min: score, max: score }}
            strong
          />
        )}
        {part.lines.map(({ title, median, spread }, place) => (
          <Row key={title} title={title} value={median} spread={spread} range={mirror.areas[place]} />
        ))}
      </dl>
    </div>
  );
}

type RowProps = {
  readonly title: string;
  readonly value: string;
  readonly spread: string;
  readonly range: Pick<Spread, 'median' | 'min' | 'max'> | undefined;
  readonly strong?: boolean;
};

function Row({ title, value, spread, range, strong = false }: RowProps) {
  return (
    <div
      className={`grid grid-cols-[6.5rem_2.25rem_1fr] items-center gap-x-3 border-t border-solid-gray-100 py-2 text-help sm:grid-cols-[7rem_2.25rem_1fr_4rem] ${strong ? 'font-700' : ''}`}
    >
      <dt>{title}</dt>
      <dd className="text-right font-700 tabular-nums">{value}</dd>
      <dd aria-hidden="true">{range && <RangeBar range={range} quiet={!strong} />}</dd>
      <dd className="sr-only text-right text-note font-400 tabular-nums text-solid-gray-700 sm:not-sr-only">
        {spread && <span className="sr-only">幅 </span>}
        {spread}
      </dd>
    </div>
  );
}
