import type { ReactNode } from 'react';

type FigureProps = {
  readonly title: string;
  readonly figure: string;
  readonly unit?: string;
  readonly children?: ReactNode;
};

/** One number people compare, large, with its unit and a line of what it means. */
export function Figure({ title, figure, unit, children }: FigureProps) {
  return (
    <div className="row-span-3 grid grid-rows-subgrid gap-0 rounded-12 border border-solid-gray-100 bg-white p-4 sm:p-5 print:p-3">
      <p className="text-help text-solid-gray-700">{title}</p>
      <p className="tabular-nums">
        <span className="text-figure">{figure}</span>
        {unit && <span className="text-help text-solid-gray-700"> {unit}</span>}
      </p>
      {children && <div className="text-help">{children}</div>}
    </div>
  );
}
