import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

export type TabPage<Key extends string> = {
  readonly key: Key;
  readonly title: ReactNode;
  readonly content: ReactNode;
};

type TabsProps<Key extends string> = {
  readonly label: string;
  readonly pages: readonly TabPage<Key>[];
  /** The open page; keep it in the URL. */
  readonly open: Key;
  readonly onOpen: (key: Key) => void;
};

/** Several views of the same thing, one at a time; arrow keys go from tab to tab. */
export function Tabs<Key extends string>({ label, pages, open, onOpen }: TabsProps<Key>) {
  const id = useId();
  return (
    <div>
      <TabList id={id} label={label} pages={pages} open={open} onOpen={onOpen} />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`}>
        {pages.find(({ key }) => key === open)?.content}
      </div>
    </div>
  );
}

function TabList<Key extends string>({ id, label, pages, open, onOpen }: TabsProps<Key> & { readonly id: string }) {
  const list = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    const place = pages.findIndex(({ key }) => key === open);
    const to = nextPlace(event.key, place, pages.length);
    const page = to === undefined ? undefined : pages[to];
    if (!page) return;
    event.preventDefault();
    onOpen(page.key);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${page.key}`)}`)?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={step}
      className="mb-4 flex flex-wrap gap-x-1 border-b border-solid-gray-300 unringed print:hidden"
    >
      {pages.map((page) => (
        <TabButton key={page.key} id={id} page={page} open={page.key === open} onOpen={onOpen} />
      ))}
    </div>
  );
}

type TabButtonProps<Key extends string> = {
  readonly id: string;
  readonly page: TabPage<Key>;
  readonly open: boolean;
  readonly onOpen: (key: Key) => void;
};

function TabButton<Key extends string>({ id, page, open, onOpen }: TabButtonProps<Key>) {
  return (
    <button
      type="button"
      role="tab"
      id={`${id}-${page.key}`}
      aria-selected={open}
      aria-controls={`${id}-panel`}
      tabIndex={open ? 0 : -1}
      onClick={() => !open && onOpen(page.key)}
      className="-mb-px flex min-h-11 items-center rounded-t-8 border-b-4 border-transparent px-4 text-solid-gray-700 hover:bg-solid-gray-50 aria-selected:border-blue-900 aria-selected:font-700 aria-selected:text-blue-900"
    >
      {page.title}
    </button>
  );
}

function nextPlace(key: string, place: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (place + 1) % count;
  if (key === 'ArrowLeft') return (place - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
