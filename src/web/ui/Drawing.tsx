import { type ReactNode, useId } from 'react';
import type { Drawing as DrawingData } from '#core/kernel/drawing.ts';
import { Disclosure } from './Disclosure.tsx';
import { Shapes } from './Shapes.tsx';

type DrawingProps = {
  readonly drawing: DrawingData;
  /** The same numbers as a table, one press away. */
  readonly table: ReactNode;
};

/** A picture made in core, with its title and finding for screen readers and its table alternative. */
export function Drawing({ drawing, table }: DrawingProps) {
  const id = useId();
  const { width, height, title, description, shapes } = drawing;
  return (
    <div>
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
        viewBox={`0 0 ${width} ${height}`}
        className="mx-auto h-auto w-full font-sans print:max-h-96"
        style={{ maxWidth: `${width}px` }}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        <Shapes shapes={shapes} />
      </svg>
      <Disclosure title={<span className="print:hidden">表で見る</span>}>{table}</Disclosure>
    </div>
  );
}
