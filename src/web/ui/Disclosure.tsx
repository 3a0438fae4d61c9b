import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { Icon } from './Icon.tsx';
import { unbroken } from './unbroken.ts';

type DisclosureProps = {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly openAtFirst?: boolean;
  /** Whether print shows only what the person has opened. */
  readonly printedAsSeen?: boolean;
  /** Heading level of the title in the page. */
  readonly level?: 2 | 3 | 4;
};

const alwaysPrinted = 'print:block! print:[content-visibility:visible]!';

/** Words folded away behind their title; print shows them all the same unless it is told to show what is seen. */
export function Disclosure(props: DisclosureProps) {
  const { title, children, openAtFirst = false, printedAsSeen = false, level = 3 } = props;
  return (
    <AriaDisclosure defaultExpanded={openAtFirst}>
      <Heading level={level}>
        <Button
          slot="trigger"
          className="group/trigger inline-flex min-h-11 items-center print:min-h-0 print:text-black gap-1 rounded-8 pr-2 pl-1 text-left -outline-offset-2 text-help font-700 text-blue-900 hover:underline"
        >
          <span className="transition-transform group-aria-expanded/trigger:rotate-90 print:hidden">
            <Icon name="forward" small />
          </span>
          <span>{unbroken(title)}</span>
        </Button>
      </Heading>
      <DisclosurePanel className={printedAsSeen ? '' : alwaysPrinted}>{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
