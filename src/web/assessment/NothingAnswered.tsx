import { ButtonLink } from '#web/ui/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import type { PagePart } from './result-page.ts';
import { runHref } from './run/run-href.ts';

/** In place of a result while nothing is answered: what to do and what then comes. */
export function NothingAnswered({ loaded, path }: PagePart) {
  const { run, sheet } = loaded;
  const network = sheet.id === 'network-level';
  return (
    <EmptyState
      icon="chart"
      title={`まだ一つも答えていません（0 / ${run.items}問）`}
      action={
        <ButtonLink look="primary" href={runHref(path)}>
          設問に答える
        </ButtonLink>
      }
    >
      {network ? 'レベル0という意味ではありません。' : '0点という意味ではありません。'}
      一つ答えるごとに、ここに途中の姿が出ます。
      {network
        ? '院内ネットワークの段階と、次の段階へ上がる手順が分かります。'
        : `${sheet.areas.length}分野の点数、対策が要る分野、最初の6つの対策が分かります。`}
    </EmptyState>
  );
}
