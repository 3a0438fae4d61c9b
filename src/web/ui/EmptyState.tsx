import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { unbroken } from './unbroken.ts';

type EmptyStateProps = {
  readonly icon?: IconName;
  readonly title: string;
  /** What to do next, in one or two sentences. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
};

export function EmptyState({ icon = 'list', title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-12 border border-dashed border-solid-gray-300 bg-white px-4 py-12 text-center">
      <span className="rounded-full bg-blue-50 p-3 text-blue-900">
        <Icon name={icon} />
      </span>
      <p className="text-section">{unbroken(title)}</p>
      <div className="measure text-help text-solid-gray-700">{unbroken(children)}</div>
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
