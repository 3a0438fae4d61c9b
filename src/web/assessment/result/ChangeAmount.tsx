import { withArrow } from '#core/assessment/report/score-part.ts';

type ChangeProps = { readonly change: number; readonly decimals: 1 | 2 };

/** A change since the run before: arrow, sign and number; the colour only repeats them. */
export function ChangeAmount({ change, decimals }: ChangeProps) {
  const text = withArrow(change, decimals);
  const look = text.startsWith('↑') ? 'text-blue-900' : text.startsWith('↓') ? 'text-orange-1000' : '';
  return <span className={`whitespace-nowrap font-700 tabular-nums ${look}`}>{text}</span>;
}
