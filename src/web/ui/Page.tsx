import type { ReactNode } from 'react';
import { PageHead, type PageHeadProps } from './PageHead.tsx';

type PageProps = PageHeadProps & { readonly children: ReactNode };

/** A page of lists or forms: head and cards share one width, so that the button of the head ends where the cards do. */
export function Page({ children, ...head }: PageProps) {
  return (
    <div className="max-w-4xl">
      <PageHead {...head} />
      <div className="flex flex-col gap-5">{children}</div>
    </div>
  );
}
