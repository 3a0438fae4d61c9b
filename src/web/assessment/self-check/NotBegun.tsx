import { ButtonLink } from '#web/ui/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';

/** In place of a page that needs answers, where this tab holds none. */
export function NotBegun({ title }: { readonly title: string }) {
  return (
    <>
      <PageHead where="自己点検" title={title} />
      <EmptyState
        title="このタブには、まだ答えがありません"
        action={
          <ButtonLink look="primary" href="/self-check">
            自己点検を始める
          </ButtonLink>
        }
      >
        答えはタブの中だけに残るため、タブを閉じたり別のタブで開いたりすると消えます。ファイルに保存してあれば、はじめの画面の「ファイルから続ける」で続けられます。
      </EmptyState>
    </>
  );
}
