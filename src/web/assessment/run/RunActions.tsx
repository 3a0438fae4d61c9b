import { may } from '#core/identity/role.ts';
import { isChecklist } from '#core/sheet/checklist.ts';
import { Late } from '#web/platform/Late.tsx';
import { useAnswering } from '#web/sheet/index.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { outcomeHref } from './run-href.ts';
import { Submission } from './Submission.tsx';

const loadReopening = async () => (await import('./Reopening.tsx')).Reopening;

/** What can be done with the whole run. */
export function RunActions() {
  const { path, run, person } = useAnswering();
  const open = run.status === 'open';
  const mayRead = run.sheetId === 'executive' || may(person.roles, 'result.read');
  if (run.purpose === 'audit') {
    return <ButtonLink href={`/facilities/${path.facilityId}/audits/${run.subjectId}`}>監査に戻る</ButtonLink>;
  }
  return (
    <>
      {run.may.reopen && <Late load={loadReopening} props={{ path }} />}
      {mayRead && (
        <ButtonLink look={open ? 'secondary' : 'primary'} href={outcomeHref(run.sheetId, path)}>
          {isChecklist(run.sheetId) ? '一覧を見る' : open ? '途中の結果を見る' : '結果を見る'}
        </ButtonLink>
      )}
      {run.may.submit && <Submission />}
    </>
  );
}
