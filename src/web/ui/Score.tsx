import { VisuallyHidden } from './VisuallyHidden.tsx';

type ScoreProps = {
  /** Null where nothing counts. */
  readonly value: number | null;
  readonly max: number;
  /** The number as people read it. */
  readonly text: string;
  /** What is scored, for screen readers. */
  readonly label: string;
  /** Where attention begins: a thin line on the bar. */
  readonly threshold?: number;
};

/** A number with its bar: blue above the threshold, orange with ● at or below it. */
export function Score({ value, max, text, label, threshold }: ScoreProps) {
  const attention = value !== null && threshold !== undefined && value <= threshold;
  const percent = (part: number) => `${(part / max) * 100}%`;
  return (
    <div className="flex items-center gap-3">
      <VisuallyHidden>{label}</VisuallyHidden>
      <span className={`w-12 shrink-0 text-right font-700 tabular-nums ${attention ? 'text-orange-1000' : ''}`}>
        {attention && <span aria-hidden="true">● </span>}
        {text}
        {attention && <VisuallyHidden>（対策が要ります）</VisuallyHidden>}
      </span>
      <div aria-hidden="true" className="relative h-2.5 min-w-16 flex-1 rounded-full bg-solid-gray-100">
        <div
          className={`h-full rounded-full ${attention ? 'bg-orange-800' : 'bg-blue-900'}`}
          style={{ width: percent(value ?? 0) }}
        />
        {threshold !== undefined && (
          <span
            className="absolute -inset-y-1 w-0.5 bg-solid-gray-800 ring-1 ring-white"
            style={{ left: percent(threshold) }}
          />
        )}
      </div>
    </div>
  );
}
