import type { ReactNode } from 'react';

/** What is known of one thing, each with its name. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="flex flex-col gap-3">{children}</dl>;
}

type FactProps = { readonly title: string; readonly children: ReactNode };

export function Fact({ title, children }: FactProps) {
  return (
    <div className="grid items-baseline gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-help text-solid-gray-700">{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
