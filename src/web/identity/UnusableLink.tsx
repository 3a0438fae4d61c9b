import type { ReactNode } from 'react';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';

type UnusableLinkProps = { readonly title: string; readonly children: ReactNode };

/** Why the link no longer opens anything, and what to do instead. */
export function UnusableLink({ title, children }: UnusableLinkProps) {
  return (
    <>
      <Callout tone="attention" announce title={title}>
        {children}
      </Callout>
      <div>
        <ButtonLink href="/sign-in">サインインのページを開く</ButtonLink>
      </div>
    </>
  );
}
