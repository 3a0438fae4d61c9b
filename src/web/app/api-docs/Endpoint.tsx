import { Fragment, useEffect, useRef, useState } from 'react';
import type { ShownEndpoint } from '#core/app/api-docs/document.ts';
import type { Schemas } from '#core/app/api-docs/schema.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { EndpointDetail } from './EndpointDetail.tsx';

type EndpointProps = {
  readonly endpoint: ShownEndpoint;
  readonly schemas: Schemas;
  /** The address names this one: it is open and in sight. */
  readonly named: boolean;
};

/** One endpoint, folded; what stands in it is drawn once it is opened. */
export function Endpoint({ endpoint, schemas, named }: EndpointProps) {
  const { id, method, path, summary } = endpoint;
  const [open, setOpen] = useState(named);
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!named) return;
    setOpen(true);
    place.current?.scrollIntoView({ block: 'start' });
  }, [named]);
  return (
    <details
      ref={place}
      id={id}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="group/endpoint scroll-mt-4 border-t border-solid-gray-100 first:border-t-0"
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-start gap-2 rounded-8 py-2 hover:bg-solid-gray-50">
        <span className="pt-1 transition-transform group-open/endpoint:rotate-90">
          <Icon name="forward" small />
        </span>
        <h3 className="min-w-0 flex-1">
          <span className="block font-700">{summary}</span>
          <span className="mt-0.5 flex flex-wrap items-baseline gap-x-2 text-help">
            <Tag tone={method === 'GET' ? 'plain' : 'now'}>{method}</Tag>
            <span className="font-mono wrap-anywhere text-solid-gray-800">
              {path.split(/(?=\/)/).map((part, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same part may stand twice in a path, which never changes
                <Fragment key={at}>
                  <wbr />
                  {part}
                </Fragment>
              ))}
            </span>
          </span>
        </h3>
      </summary>
      {open && (
        <div className="pt-2 pl-6">
          <p className="text-help">
            <a href={`#${id}`} className="rounded-4 text-blue-900 underline underline-offset-4">
              この項目へのリンク
            </a>
          </p>
          <EndpointDetail endpoint={endpoint} schemas={schemas} />
        </div>
      )}
    </details>
  );
}
