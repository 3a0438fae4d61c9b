import type { ReactNode } from 'react';
import { VisuallyHidden } from './VisuallyHidden.tsx';

type TagTone = 'plain' | 'now' | 'attention' | 'danger' | 'done';

const tones: Readonly<Record<TagTone, string>> = {
  plain: 'bg-solid-gray-50 text-solid-gray-800',
  now: 'bg-blue-50 text-blue-1000',
  attention: 'bg-orange-50 text-orange-1000',
  danger: 'bg-red-50 text-red-1000',
  done: 'bg-green-50 text-green-900',
};

export function Tag({ tone = 'plain', children }: { readonly tone?: TagTone; readonly children: ReactNode }) {
  return (
    <span className={`inline-flex items-center gap-1 rounded-6 px-2 py-0.5 text-note tabular-nums ${tones[tone]}`}>
      {children}
    </span>
  );
}

type BadgeProps = { readonly count: number; readonly label: string };

/** How many things wait for this person; nothing at zero. `label` says of what, for screen readers. */
export function Badge({ count, label }: BadgeProps) {
  if (count === 0) return null;
  return (
    <span className="inline-flex min-w-6 justify-center rounded-full bg-orange-50 px-2 py-0.5 text-note font-700 tabular-nums text-orange-1000">
      {count}
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
