import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { HomeLink } from './HomeLink.tsx';

export function NotFoundPage() {
  return (
    <>
      <PageHead title="ページが見つかりません" />
      <EmptyState
        icon="help"
        title="この場所にはページがありません"
        action={
          <>
            <HomeLink primary />
            <ButtonLink href="/self-check">自己点検を開く</ButtonLink>
          </>
        }
      >
        アドレス（URL）の打ち間違いか、ページが移った可能性があります。印刷物やメールの案内から来たときは、渡した人に確かめてください。
      </EmptyState>
    </>
  );
}
