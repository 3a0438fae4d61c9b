import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** Shows its content only when waiting has lasted 300 ms, so that quick answers do not flicker. */
export function AfterAWhile({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return shown ? children : null;
}

const cards = ['first', 'second', 'third'];

type SkeletonProps = {
  readonly label?: string;
  /** How many cards are coming, three at most. */
  readonly count?: number;
};

/** The shape of what is coming. The router shows it after 300 ms; elsewhere wrap it in `AfterAWhile`. */
export function Skeleton({ label = '読み込んでいます', count = cards.length }: SkeletonProps) {
  return (
    <div role="status" className="flex flex-col gap-3">
      <VisuallyHidden>{label}</VisuallyHidden>
      {cards.slice(0, count).map((card) => (
        <div key={card} className="animate-pulse rounded-12 border border-solid-gray-100 bg-white p-5">
          <div className="h-4 w-1/3 rounded-4 bg-solid-gray-100" />
          <div className="mt-3 h-4 w-3/4 rounded-4 bg-solid-gray-50" />
        </div>
      ))}
    </div>
  );
}

/** Content that is drawn once what it shows was read; the shape of it meanwhile. */
export function OnceRead({ children, count }: { readonly children: ReactNode } & Pick<SkeletonProps, 'count'>) {
  return (
    <Suspense
      fallback={
        <AfterAWhile>
          <Skeleton {...(count && { count })} />
        </AfterAWhile>
      }
    >
      {children}
    </Suspense>
  );
}
