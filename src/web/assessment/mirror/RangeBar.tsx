import type { Spread } from '#core/assessment/mirror.ts';

type RangeBarProps = { readonly range: Pick<Spread, 'median' | 'min' | 'max'>; readonly quiet: boolean };

const percent = (score: number) => `${(score / 3) * 100}%`;

/** From the lowest to the highest on a line of 0–3, the median as a dot. */
export function RangeBar({ range: { median, min, max }, quiet }: RangeBarProps) {
  return (
    <div className="relative mx-1.5 h-3">
      <span className="absolute inset-x-0 top-1/2 border-t border-solid-gray-300" />
      {min !== null && max !== null && (
        <span
          className={`absolute inset-y-0.5 rounded-full ${quiet ? 'bg-blue-100' : 'bg-blue-200'}`}
          style={{ left: percent(min), width: percent(max - min) }}
        />
      )}
      {median !== null && (
        <span
          className="absolute inset-y-0 size-3 -translate-x-1/2 rounded-full border-2 border-white bg-blue-900"
          style={{ left: percent(median) }}
        />
      )}
    </div>
  );
}
