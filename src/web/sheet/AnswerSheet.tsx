import { type ReactNode, useContext, useEffect } from 'react';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { asksForVendors } from '#core/sheet/set-aside.ts';
import { Late } from '#web/platform/Late.tsx';
import { ahead } from '#web/platform/late-part.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { useWide } from '#web/ui/use-wide.ts';
import { type Answering, AnsweringContext, mayAnswerItem } from './answering.ts';
import { AboveContext } from './beside.ts';
import { openPart, progressOf } from './progress.ts';
import type { RunPath } from './queries.ts';
import { ItemList } from './run/ItemList.tsx';
import { LeaveGuard } from './run/LeaveGuard.tsx';
import { PartHead } from './run/PartHead.tsx';
import { PartNav } from './run/PartNav.tsx';
import { RunAside } from './run/RunAside.tsx';
import { RunNotices } from './run/RunNotices.tsx';
import { UnsavedBar } from './run/UnsavedBar.tsx';
import { usePartFocus } from './run/use-part-focus.ts';
import { WaitingBar } from './run/WaitingBar.tsx';
import { areaInAddress, type RunSearch } from './run-search.ts';
import type { SheetPart } from './sheet-part.ts';
import { useAnsweringOf } from './use-answering-of.ts';

const loadLiveAnswers = ahead(async () => (await import('./live/LiveAnswers.tsx')).LiveAnswers);
const loadExcelButton = ahead(async () => (await import('./run/ExcelButton.tsx')).ExcelButton);
const loadVendorQuestion = ahead(async () => (await import('./run/VendorQuestion.tsx')).VendorQuestion);

type AnswerSheetProps = {
  readonly path: RunPath;
  readonly search: RunSearch;
  /** Puts the open part into the address without a step in the history. */
  readonly onSearch: (search: RunSearch) => void;
  /** What can be done with the whole run, the primary button last; it finds the run with `useAnswering`. */
  readonly actions?: ReactNode;
  /** Beside the items, below how far the run has come. */
  readonly aside?: ReactNode;
};

/** The page on which a run of any sheet is answered. */
export function AnswerSheet({ path, search, onSearch, actions, aside }: AnswerSheetProps) {
  const answering = useAnsweringOf(path, search);
  const part = openPart(answering.parts, search, answering.standings, (item) => mayAnswerItem(answering, item));
  const pinned = String(search.area) === part?.id;
  useEffect(() => {
    if (part && !pinned) onSearch({ ...search, area: areaInAddress(part.id) });
  }, [part, pinned, onSearch, search]);
  usePartFocus(part?.id ?? '');
  if (!part) return <NothingHanded title={answering.sheet.title} />;
  return (
    <AnsweringContext value={answering}>
      <LeaveGuard />
      <Late load={loadLiveAnswers} props={{}} />
      <Page answering={answering} part={part} actions={actions} aside={aside} />
    </AnsweringContext>
  );
}

/** For staff to whom nothing of this run was handed. */
function NothingHanded({ title }: { readonly title: string }) {
  return (
    <>
      <PageHead where="自己点検" title={title} />
      <EmptyState title="あなたの担当の分野は、まだありません">
        企画管理者が分野の担当を決めると、ここで答えられます。
      </EmptyState>
    </>
  );
}

type PageProps = Pick<AnswerSheetProps, 'actions' | 'aside'> & {
  readonly answering: Answering;
  readonly part: SheetPart;
};

function Page({ answering, part, actions, aside }: PageProps) {
  const wide = useWide();
  const Above = useContext(AboveContext);
  const beside = (
    <div className="flex flex-col gap-4">
      <RunAside open={part} />
      {aside}
    </div>
  );
  const buttons = (
    <>
      <Late load={loadExcelButton} props={{}} />
      {actions}
    </>
  );
  return (
    <div className="grid items-start gap-x-6 wide:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="min-w-0">
        <PartHead part={part} actions={buttons} />
        <div className="flex flex-col gap-4">
          {!wide && (
            <details className="group">
              <summary className="flex min-h-11 items-center gap-1 rounded-4 text-help font-700 text-blue-900">
                <span className="transition-transform group-open:rotate-90">
                  <Icon name="forward" small />
                </span>
                {overall(answering)}
              </summary>
              {beside}
            </details>
          )}
          <RunNotices />
          {Above && <Above />}
          {asksForVendors(part) && <Late load={loadVendorQuestion} props={{}} />}
          <ItemList part={part} />
          <PartNav open={part} />
          <p className="text-note text-solid-gray-700">{answering.sheet.notice}</p>
          {answering.sheet.unverified && (
            <p className="text-note text-orange-1000">要確認：{answering.sheet.unverified}</p>
          )}
          <div className="sticky bottom-20 z-20 flex flex-col gap-2 wide:bottom-4 print:hidden">
            <WaitingBar open={part} />
            <UnsavedBar />
          </div>
        </div>
      </div>
      {wide && (
        <aside
          aria-label="全体"
          className="sticky top-[4.75rem] max-h-[calc(100dvh-6rem)] overflow-y-auto print:hidden"
        >
          {beside}
        </aside>
      )}
    </div>
  );
}

function overall({ sheet, parts, standings }: Answering): string {
  const items = parts.flatMap((part) => part.items);
  const whole = items.length === itemsOf(sheet).length ? '全体' : '担当';
  const more = parts.length > 1 ? '分野を選ぶ' : '段階を見る';
  const { answered, needed, undated } = progressOf(items, standings);
  return `${whole} ${answered} / ${needed}問・${undated > 0 ? `日がまだ${undated}・` : ''}${more}`;
}
