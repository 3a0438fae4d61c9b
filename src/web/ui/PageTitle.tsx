import { createContext, useContext, useLayoutEffect, useRef } from 'react';

export type PageFocus = {
  /** Whether a page has been on the screen yet: until then nobody has left one, and the browser's own start holds the focus. */
  titled: boolean;
  /** Set when a page was left, so that the next page's heading takes the focus once. */
  due: boolean;
};

export const PageFocusContext = createContext<PageFocus>({ titled: false, due: false });

/** Gives the focus to the heading after the thing that held it was removed. */
export function focusPageTitle() {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('h1[tabindex]')?.focus());
}

type PageTitleProps = {
  readonly title: string;
  /** `display` where the page is a door to others, `modest` where a phone needs the room for the work itself. */
  readonly look?: 'page' | 'display' | 'modest';
  /** Title of the browser tab where it is not the heading. */
  readonly tab?: string;
};

const looks = {
  page: 'text-page',
  display: 'text-[1.75rem]/[1.45] font-700 sm:text-[2.5rem]/[1.4]',
  modest: 'text-help font-700 sm:text-page',
};

/** The one h1 of a page. */
export function PageTitle({ title, look = 'page', tab = `${title}｜まもり` }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const pageFocus = useContext(PageFocusContext);
  useLayoutEffect(() => {
    pageFocus.titled = true;
    if (!pageFocus.due) return;
    pageFocus.due = false;
    heading.current?.focus({ preventScroll: true });
  }, [pageFocus]);
  return (
    <>
      <title>{tab}</title>
      <h1 ref={heading} tabIndex={-1} className={`unringed ${looks[look]}`}>
        {title}
      </h1>
    </>
  );
}
