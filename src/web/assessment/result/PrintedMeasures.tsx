import type { MeasureLine } from '#core/assessment/report/measure-list.ts';
import { roleText } from '#core/catalogue/role-text.ts';

/** Measures on paper where their group was not opened on the screen: one a line with what it takes. */
export function PrintedMeasures({ lines }: { readonly lines: readonly MeasureLine[] }) {
  return (
    <ul className="hidden text-help print:block group-has-data-expanded/folded:print:hidden">
      {lines.map(({ id, title, cost, effort, role }) => (
        <li key={id} data-print="whole" className="flex justify-between gap-x-4 border-t border-solid-gray-100 py-0.5">
          <span>{title}</span>
          <span className="shrink-0 text-right tabular-nums">
            {cost}・{effort}・{roleText(role)}
          </span>
        </li>
      ))}
    </ul>
  );
}
