import type { ReactNode } from 'react';
import { PageTitle } from './PageTitle.tsx';
import { unbroken } from './unbroken.ts';

export type PageHeadProps = {
  /** Where am I: the list or work this page belongs to. */
  readonly where?: ReactNode;
  readonly title: string;
  /** A sentence keeps to a readable length; anything else takes the room there is. */
  readonly sub?: ReactNode;
  /** The one primary button, after quieter ones. */
  readonly action?: ReactNode;
  /** Steps back on a phone, where one thing has the screen. */
  readonly modest?: boolean;
};

export function PageHead({ where, title, sub, action, modest = false }: PageHeadProps) {
  return (
    <header
      className={`flex flex-wrap justify-between gap-x-6 gap-y-4 ${modest ? 'mb-2 items-center sm:mb-5 sm:items-start' : 'mb-5 items-start'}`}
    >
      <div className={`min-w-0 flex-1 ${modest ? 'basis-40' : 'basis-80'}`}>
        {where && (
          <p className={`text-help text-solid-gray-700 ${modest ? 'hidden sm:block' : ''}`}>{unbroken(where)}</p>
        )}
        <div className={where ? 'mt-1' : ''}>
          <PageTitle title={title} look={modest ? 'modest' : 'page'} />
        </div>
        {sub && (
          <div className={`mt-1 text-help text-solid-gray-700 ${typeof sub === 'string' ? 'measure' : ''}`}>
            {unbroken(sub)}
          </div>
        )}
      </div>
      {action && (
        <div
          className={`flex flex-wrap gap-2 print:hidden ${modest ? '' : 'w-full *:flex-auto sm:w-auto sm:*:flex-none'}`}
        >
          {action}
        </div>
      )}
    </header>
  );
}
