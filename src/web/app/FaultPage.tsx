import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { Page } from '../ui/Page.tsx';
import { faultWords } from './fault-words.ts';

/** Shown in place of a page that could not be drawn. */
export function FaultPage({ error }: Pick<ErrorComponentProps, 'error'>) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const { title, words, again } = faultWords(error, navigator.onLine);
  const reopen = () => {
    if (again === 'load') return location.reload();
    queries.reset();
    void router.invalidate();
  };
  return (
    <Page title={title}>
      <Callout
        tone={again === 'never' ? 'attention' : 'danger'}
        announce
        action={
          <>
            <ButtonLink href="/">最初のページへ</ButtonLink>
            {again !== 'never' && (
              <Button look="primary" onPress={reopen}>
                もう一度開く
              </Button>
            )}
          </>
        }
      >
        {words}
      </Callout>
    </Page>
  );
}
