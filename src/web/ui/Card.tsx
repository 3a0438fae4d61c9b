import { type ReactNode, useId } from 'react';
import { unbroken } from './unbroken.ts';

type CardProps = {
  readonly title?: ReactNode;
  /** Quiet words beside the title: a unit, a legend, a date. */
  readonly aside?: ReactNode;
  readonly tone?: 'plain' | 'attention';
  readonly children: ReactNode;
};

const tones = { plain: 'border-solid-gray-100 bg-white', attention: 'border-orange-200 bg-attention-ground' };

export function Card({ title, aside, tone = 'plain', children }: CardProps) {
  const id = useId();
  const frame = `rounded-12 border p-4 sm:p-5 print:p-3 ${tones[tone]}`;
  if (!title) return <div className={frame}>{children}</div>;
  return (
    <section aria-labelledby={id} className={frame}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 break-after-avoid">
        <h2 id={id} className="text-section">
          {unbroken(title)}
        </h2>
        {aside && <div className="text-help text-solid-gray-700">{unbroken(aside)}</div>}
      </div>
      {children}
    </section>
  );
}
