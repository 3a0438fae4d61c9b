import { may, type Role } from '#core/identity/role.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { resultHref, runHref } from './run-href.ts';
import { useBegin } from './use-begin.ts';
import type { YearSheet } from './year-sheets.ts';

type RunWayProps = {
  readonly facilityId: string;
  readonly roles: readonly Role[];
  readonly yearSheet: YearSheet;
};

/** The next step with a sheet: begin, go on, look at the result, or who can begin it. */
export function RunWay({ facilityId, roles, yearSheet }: RunWayProps) {
  const { run, main } = yearSheet;
  const look = main ? 'primary' : 'secondary';
  if (!run) return <Beginning facilityId={facilityId} roles={roles} yearSheet={yearSheet} />;
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
        {wayTitle(roles, submitted)}
      </ButtonLink>
    </div>
  );
}

function wayTitle(roles: readonly Role[], submitted: boolean): string {
  return submitted || !may(roles, 'sheet.answer') ? '回答を見る' : '続きを答える';
}

function Beginning({ facilityId, roles, yearSheet: { sheetId, main } }: RunWayProps) {
  const { begin, isPending, error } = useBegin(facilityId);
  if (!mayBegin(roles, sheetId)) {
    return (
      <p className="text-help text-solid-gray-700">
        {sheetId === 'executive'
          ? '経営層の役割の人だけが、自分の分を始められます。'
          : 'まだ始まっていません。企画管理者・運用担当者が始めます。'}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <div>
        <Button
          look={main ? 'primary' : 'secondary'}
          pending={isPending ? '始めています…' : undefined}
          onPress={() => begin(sheetId)}
        >
          点検を始める
        </Button>
      </div>
      <RefusalNote error={error} title="始められませんでした。" />
    </div>
  );
}

function mayBegin(roles: readonly Role[], sheetId: YearSheet['sheetId']): boolean {
  if (!may(roles, 'sheet.begin')) return false;
  return sheetId === 'executive' ? roles.includes('executive') : roles.some((role) => role !== 'executive');
}
