import { ProgressBar } from 'react-aria-components/ProgressBar';

type ProgressProps = {
  readonly label: string;
  readonly value: number;
  readonly total: number;
  /** What is read out and shown at the right: 「52 / 80問」. */
  readonly words: string;
  /** Only the bar is seen; words are still read out. */
  readonly bare?: boolean;
};

export function Progress({ label, value, total, words, bare = false }: ProgressProps) {
  const width = total === 0 ? 0 : Math.round((value / total) * 100);
  return (
    <ProgressBar aria-label={label} value={value} maxValue={Math.max(total, 1)} valueLabel={words} className="w-full">
      {!bare && (
        <div aria-hidden="true" className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3 text-help">
          <span className="text-solid-gray-700">{label}</span>
          <span className="font-700 tabular-nums">{words}</span>
        </div>
      )}
      <div className="h-2 overflow-hidden rounded-full bg-solid-gray-100">
        <div className="h-full rounded-full bg-blue-900 transition-[width]" style={{ width: `${width}%` }} />
      </div>
    </ProgressBar>
  );
}
