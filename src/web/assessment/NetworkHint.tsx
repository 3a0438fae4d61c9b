import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { unbroken } from '#web/ui/unbroken.ts';
import { networkHint } from './network-hint.ts';
import type { PagePart } from './result-page.ts';
import { resultHref, runHref, runsHref } from './run/run-href.ts';

/** The way to the network level where it was not submitted this fiscal year. */
export function NetworkHint({ loaded, path: { facilityId } }: PagePart) {
  const { run, runs } = loaded;
  if (run.sheetId !== 'hospital' && run.sheetId !== 'small-facility') return null;
  const begun = runs.find(({ sheetId, fiscalYear }) => sheetId === 'network-level' && fiscalYear === run.fiscalYear);
  const { words, aside, act, to } = networkHint(begun);
  const path = { facilityId, runId: begun?.id ?? '' };
  const href = to === 'runs' ? runsHref(facilityId) : to === 'run' ? runHref(path) : resultHref(path);
  return (
    <div data-print="hide">
      <Card title="院内ネットワークの段階" aside={aside}>
        <p className="mb-3">{unbroken(words)}</p>
        <ButtonLink href={href}>{act}</ButtonLink>
      </Card>
    </div>
  );
}
