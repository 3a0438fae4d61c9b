import { may, type Role } from '#core/identity/role.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import type { RunSummaryView } from '#web/sheet/index.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { resultHref, runHref } from './run-href.ts';
import { useBegin } from './use-begin.ts';
import { answersSheet, type YearSheet } from './year-sheets.ts';

type RunWayProps = {
  readonly facilityId: string;
  readonly roles: readonly Role[];
  readonly yearSheet: YearSheet;
  /** What the sheet is called. */
  readonly title: string;
  /** Whether this is what the person most likely does next. */
  readonly next: boolean;
};

/** The next step with a sheet: begin, go on, look at the result, or who can begin it. */
export function RunWay(props: RunWayProps) {
  const { facilityId, roles, yearSheet, next } = props;
  const { run } = yearSheet;
  const look = next ? 'primary' : 'secondary';
  if (!run) return <Beginning {...props} />;
  const path = { facilityId, runId: run.id };
  const mayRead = run.sheetId === 'executive' || may(roles, 'result.read');
  const submitted = run.status === 'submitted';
  return (
    <div className="flex flex-wrap gap-2">
      {submitted && mayRead && (
        <ButtonLink look={look} href={resultHref(path)}>
          結果を見る
        </ButtonLink>
      )}
      <ButtonLink look={submitted ? 'secondary' : look} href={runHref(path)}>
        {wordsFor(yearSheet, run, roles)}
      </ButtonLink>
    </div>
  );
}

function wordsFor({ sheetId }: YearSheet, run: RunSummaryView, roles: readonly Role[]): string {
  const { status, answered, items, toConfirm } = run;
  if (status === 'submitted' || !answersSheet(roles, sheetId)) return '回答を見る';
  if (answered < items) return '続きを答える';
  if (toConfirm > 0) return `${toConfirm}問を確かめる`;
  return may(roles, 'sheet.submit') ? '確かめて提出する' : '回答を確かめる';
}

function Beginning({ facilityId, roles, yearSheet: { sheetId }, title, next }: RunWayProps) {
  const { begin, isPending, error } = useBegin(facilityId);
  if (!may(roles, 'sheet.begin') || !answersSheet(roles, sheetId)) {
    return (
      <p className="text-help text-solid-gray-700">
        {sheetId === 'executive'
          ? '始められるのは、経営層の役割の人だけです。'
          : 'まだ始まっていません。企画管理者・運用担当者が始めます。'}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <div>
        <Button
          look={next ? 'primary' : 'secondary'}
          pending={isPending ? '始めています…' : undefined}
          onPress={() => begin(sheetId)}
          label={`点検を始める（${title}）`}
        >
          点検を始める
        </Button>
      </div>
      <RefusalNote error={error} title="始められませんでした" />
    </div>
  );
}
