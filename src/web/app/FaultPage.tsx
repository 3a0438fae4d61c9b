import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { Page } from '../ui/Page.tsx';
import { faultWords } from './fault-words.ts';
import { HomeLink } from './HomeLink.tsx';

/** Shown in place of a page that could not be drawn. */
export function FaultPage({ error }: Pick<ErrorComponentProps, 'error'>) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const { title, words, again, tone } = faultWords(error, navigator.onLine);
  const reopen = () => {
    if (again === 'load') return location.reload();
    queries.reset();
    void router.invalidate();
  };
  return (
    <Page title={title}>
      <Callout
        tone={tone}
        announce
        action={
          <>
            <HomeLink />
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
