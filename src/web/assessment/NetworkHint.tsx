import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import type { PagePart } from './result-page.ts';
import { runHref, runsHref } from './run/run-href.ts';

/** The way to the network level where it was not submitted this fiscal year. */
export function NetworkHint({ loaded, path: { facilityId } }: PagePart) {
  const { run, runs } = loaded;
  if (run.sheetId !== 'hospital' && run.sheetId !== 'small-facility') return null;
  const begun = runs.find(({ sheetId, fiscalYear }) => sheetId === 'network-level' && fiscalYear === run.fiscalYear);
  return (
    <div data-print="hide">
      <Card title="院内ネットワークの段階" aside="12問、およそ5分">
        <p className="phrase mb-3">
          {begun
            ? `${begun.items}問のうち${begun.answered}問まで答えています。すべて答えて提出すると、レベル0〜3のどこにいるかが、ここに出ます。`
            : '今年度の段階はまだ調べていません。外とのつなぎ目、USBなどの媒体、院内の区切りについて答えると、レベル0〜3のどこにいるかと、次の段階への手順が出ます。'}
        </p>
        <ButtonLink href={begun ? runHref({ facilityId, runId: begun.id }) : runsHref(facilityId)}>
          {begun ? '続きから答える' : 'ネットワークの点検をはじめる'}
        </ButtonLink>
      </Card>
    </div>
  );
}
