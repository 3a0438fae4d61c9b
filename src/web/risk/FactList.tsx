import type { ReactNode } from 'react';

/** Facts with their names before them. */
export function FactList({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[11rem_1fr]">
      {facts.map(([title, text]) => (
        <div key={title} className="contents">
          <dt className="text-help text-solid-gray-700">{title}</dt>
          <dd className="measure mb-1 min-w-0 break-words whitespace-pre-line">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
