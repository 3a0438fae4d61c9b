import { may } from '#core/identity/role.ts';
import { fiscalYearLabel, yearTitle } from '#core/kernel/fiscal-year.ts';
import { useSession } from '#web/identity/index.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Day } from '#web/ui/Day.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { ReportButtons } from './ReportButtons.tsx';
import type { PagePart } from './result-page.ts';
import { Reopening } from './run/Reopening.tsx';
import { runHref } from './run/run-href.ts';
import { type Reports, useReports } from './use-reports.ts';

/** Whose result of which year, when it was submitted, and what can be done with it. */
export function ResultHead(page: PagePart) {
  const { loaded, shown, path } = page;
  const { title, sheet } = shown.report;
  const reports = useReports(path, fileName(page));
  return (
    <>
      <PageHead
        where={<Where {...page} />}
        title={`${title}（${sheet.title}）`}
        sub={<Dates {...page} />}
        action={loaded.run.answered > 0 && <Actions {...page} reports={reports} />}
      />
      <div className="mb-5 flex flex-col gap-2 empty:hidden print:hidden">
        <RefusalNote error={reports.pdf.error} title="PDFを作れませんでした" />
        <RefusalNote error={reports.workbook.error} title="Excelを作れませんでした" />
      </div>
    </>
  );
}

function Where({
  loaded: { facility, run },
  shown: {
    report: { sheet },
  },
}: PagePart) {
  return (
    <>
      <span className="hidden print:inline">{facility}・</span>自己点検・{fiscalYearLabel(run.fiscalYear)}・
      {sheet.description}
    </>
  );
}

function Actions({ path, loaded: { run, sheet }, shown, reports }: PagePart & { readonly reports: Reports }) {
  const open = run.status === 'open';
  const roles = useSession().facilities.find(({ id }) => id === path.facilityId)?.roles ?? [];
  const { network, weakAreas } = shown.result;
  const planned = network !== undefined || sheet.areas.some(({ measures }) => measures.length > 0);
  const plans = !open && may(roles, 'plan.make') && planned;
  const plansNext = plans && (weakAreas.length > 0 || (network !== undefined && network.level < 2));
  return (
    <>
      {run.may.reopen && (
        <div className="order-last sm:order-none">
          <Reopening path={path} quiet />
        </div>
      )}
      {plans && !plansNext && <ButtonLink href={`${runHref(path)}/plan`}>対策の計画を立てる</ButtonLink>}
      <ReportButtons reports={reports} primary={!open && !plansNext} />
      {plansNext && (
        <ButtonLink look="primary" href={`${runHref(path)}/plan`}>
          対策の計画を立てる
        </ButtonLink>
      )}
      {open && (
        <ButtonLink look="primary" href={runHref(path)}>
          {run.answered < run.items ? '続きから答える' : '提出に進む'}
        </ButtonLink>
      )}
    </>
  );
}

/** 「自己点検の結果_病院システム_令和8年度_みなと総合病院」. */
function fileName({ loaded, shown }: PagePart): string {
  const year = yearTitle(loaded.run.fiscalYear);
  return [shown.report.title, shown.report.sheet.title, year, loaded.facility].join('_');
}

function Dates({ loaded, shown }: PagePart) {
  const { run, runs, view } = loaded;
  const last = runs.find(({ sheetId, fiscalYear, submittedAt }) => {
    return sheetId === run.sheetId && fiscalYear === view.previous?.fiscalYear && submittedAt !== null;
  });
  return (
    <>
      <p>
        {run.submittedAt === null ? (
          'まだ提出していません'
        ) : (
          <>
            提出 <Day at={new Date(run.submittedAt)} />
          </>
        )}
        {last?.submittedAt && (
          <>
            ・前回 <Day at={new Date(last.submittedAt)} />
          </>
        )}
      </p>
      <p>
        {shown.sheet.notice}
        {run.sheetId === 'executive' && '・この結果を見られるのは、あなただけです'}
      </p>
    </>
  );
}
