import { useSuspenseQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { isChecklist } from '#core/sheet/checklist.ts';
import { Late } from '#web/platform/Late.tsx';
import type { RunPath } from '#web/sheet/index.ts';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { ClassStanding } from './ClassStanding.tsx';
import { resultPageQuery } from './load-result.ts';
import { MirrorCard } from './mirror/MirrorCard.tsx';
import { NetworkHint } from './NetworkHint.tsx';
import { NothingAnswered } from './NothingAnswered.tsx';
import { PreviewBanner } from './PreviewBanner.tsx';
import { ResultHead } from './ResultHead.tsx';
import { PrintPart } from './result/PrintPart.tsx';
import { ResultBody } from './result/ResultBody.tsx';
import { outcomeHref } from './run/run-href.ts';
import { shownRun } from './shown-run.ts';

const loadEstablished = async () => (await import('./result/EstablishedCard.tsx')).EstablishedCard;
const loadAnswerChanges = async () => (await import('./result/AnswerChanges.tsx')).AnswerChanges;

/** The result of a run: what was submitted, or how it looks so far. */
export function ResultPage(path: RunPath) {
  return (
    <OnceRead>
      <LoadedPage {...path} />
    </OnceRead>
  );
}

function LoadedPage({ facilityId, runId }: RunPath) {
  const { data: loaded } = useSuspenseQuery(resultPageQuery({ facilityId, runId }));
  const path = useMemo(() => ({ facilityId, runId }), [facilityId, runId]);
  const shown = useMemo(() => shownRun(path, loaded, new Date()), [path, loaded]);
  const { view, facility } = loaded;
  if (isChecklist(loaded.run.sheetId)) return <Navigate to={outcomeHref(loaded.run.sheetId, path)} replace />;
  const page = { path, loaded, shown };
  if (loaded.run.answered === 0) {
    return (
      <>
        <ResultHead {...page} />
        <NothingAnswered {...page} />
      </>
    );
  }
  return (
    <>
      <ResultHead {...page} />
      {view.preview && <PreviewBanner {...page} />}
      <ResultBody
        shown={shown}
        whose={facility}
        standing={<ClassStanding {...page} />}
        networkHint={<NetworkHint {...page} />}
      >
        <PrintPart>
          {shown.report.established && (
            <Late load={loadEstablished} props={{ part: shown.report.established, answersAt: shown.answersAt }} />
          )}
          {view.previous && <Late load={loadAnswerChanges} props={{ shown, previous: view.previous }} />}
        </PrintPart>
        <PrintPart>
          <MirrorCard {...page} />
        </PrintPart>
      </ResultBody>
    </>
  );
}
