import type { ReactNode } from 'react';
import { PageTitle } from '#web/ui/PageTitle.tsx';

type NarrowPageProps = {
  readonly where?: ReactNode;
  readonly title: string;
  readonly sub?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** A page with one thing to do: signing in, setting up, joining. */
export function NarrowPage({ where, title, sub, wide = false, children }: NarrowPageProps) {
  return (
    <div className={`mx-auto flex w-full flex-col gap-5 py-2 sm:py-6 ${wide ? 'max-w-3xl' : 'max-w-lg'}`}>
      <header>
        {where && <p className="text-help text-solid-gray-700">{where}</p>}
        <PageTitle title={title} />
        {sub && <div className="measure mt-1 text-help text-solid-gray-700">{sub}</div>}
      </header>
      {children}
    </div>
  );
}
