import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ownForms } from '#core/compliance/form.ts';
import { may } from '#core/identity/role.ts';
import { useSession } from '#web/identity/index.ts';
import { handOver } from '#web/platform/hand-over.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { runsQuery, sheet } from '#web/sheet/index.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { notify } from '#web/ui/notify.ts';
import { type ChecklistView, compliance } from './calls.ts';

type ChecklistActionsProps = { readonly facilityId: string; readonly checklist: ChecklistView };

/** Begin the form, go on with it, print it. */
export function ChecklistActions({ facilityId, checklist }: ChecklistActionsProps) {
  const { run, form } = checklist;
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  if (!run) {
    const begins = may(
      roles.filter((role) => role !== 'executive'),
      'sheet.begin',
    );
    return begins && <Beginning facilityId={facilityId} sheetId={form.sheetId} />;
  }
  const open = run.status === 'open';
  const print = <PrintButton path={{ facilityId, runId: run.id }} name={form.title} primary={!open} />;
  return (
    <>
      {open && print}
      <ButtonLink look={open ? 'primary' : 'secondary'} href={`/facilities/${facilityId}/runs/${run.id}`}>
        {open ? '続きから答える' : '回答を見る'}
      </ButtonLink>
      {!open && print}
    </>
  );
}

type BeginningProps = { readonly facilityId: string; readonly sheetId: ChecklistView['form']['sheetId'] };

function Beginning({ facilityId, sheetId }: BeginningProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending } = useMutation(
    sheet.begin.mutationOptions({
      onSuccess: async (run) => {
        void client.invalidateQueries({ queryKey: runsQuery(facilityId).queryKey });
        await navigate({ href: `/facilities/${facilityId}/runs/${run.id}` });
      },
      onError: (error) => notify(`始められませんでした。${refusalWords(error)}`),
    }),
  );
  const form = ownForms.find((own) => own === sheetId);
  return (
    form && (
      <Button
        look="primary"
        pending={isPending ? '始めています…' : undefined}
        onPress={() => mutate({ facilityId, sheetId: form })}
      >
        チェックリストを始める
      </Button>
    )
  );
}

type PrintButtonProps = {
  readonly path: { facilityId: string; runId: string };
  readonly name: string;
  readonly primary: boolean;
};

function PrintButton({ path, name, primary }: PrintButtonProps) {
  const { mutate, isPending } = useMutation(
    compliance.form.mutationOptions({
      onSuccess: (file) => handOver(file, `${name}.pdf`),
      onError: (error) => notify(`PDFを作れませんでした。${refusalWords(error)}`),
    }),
  );
  return (
    <Button
      look={primary ? 'primary' : 'secondary'}
      icon="download"
      pending={isPending ? 'PDFを作っています…' : undefined}
      onPress={() => mutate(path)}
    >
      様式（PDF）を受け取る
    </Button>
  );
}
