import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { faultWords } from './fault-words.ts';

/** Shown in place of a page that could not be drawn. */
export function FaultPage({ error }: Pick<ErrorComponentProps, 'error'>) {
  const { title, words, final = false } = faultWords(error);
  return (
    <>
      <PageHead title={title} />
      <Callout
        tone={final ? 'attention' : 'danger'}
        announce
        action={
          <>
            <ButtonLink href="/">最初のページへ</ButtonLink>
            {!final && (
              <Button look="primary" onPress={() => location.reload()}>
                もう一度開く
              </Button>
            )}
          </>
        }
      >
        {words}
      </Callout>
    </>
  );
}
