import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { SelfAssessmentSheet } from '#core/sheet/run.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { runQuery, runsQuery, sheet } from '#web/sheet/index.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { notify } from '#web/ui/notify.ts';
import { runHref, type Task } from './task.ts';

type TaskButtonProps = { readonly task: Task; readonly facilityId: string; readonly primary?: boolean };

/** The one button of a task: goes to a page, or begins a run and opens it. */
export function TaskButton({ task, facilityId, primary = false }: TaskButtonProps) {
  const { act } = task;
  const look = primary ? 'primary' : 'secondary';
  const words = primary ? primaryWords(task) : act.label;
  if ('begin' in act) {
    return (
      <BeginButton sheetId={act.begin} facilityId={facilityId} look={look} title={task.title}>
        {words}
      </BeginButton>
    );
  }
  return (
    <ButtonLink href={act.href} look={look}>
      {words}
      {!primary && <span className="sr-only">：{task.title}</span>}
    </ButtonLink>
  );
}

const primaryWords = ({ title, namesThing, act }: Task) => (namesThing ? `${act.label}：${title}` : title);

type BeginButtonProps = {
  readonly sheetId: SelfAssessmentSheet;
  readonly facilityId: string;
  readonly look: 'primary' | 'secondary';
  readonly title: string;
  readonly children: string;
};

function BeginButton({ sheetId, facilityId, look, title, children }: BeginButtonProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const act = useMutation(
    sheet.begin.mutationOptions({
      onSuccess: async (run) => {
        queryClient.setQueryData(runQuery({ facilityId, runId: run.id }).queryKey, run);
        void queryClient.invalidateQueries({ queryKey: runsQuery(facilityId).queryKey });
        await router.navigate({ href: runHref({ facilityId }, run.id) });
      },
      onError: (error) => notify(`始められませんでした。${refusalWords(error)}`),
    }),
  );
  const begin = () => act.mutate({ facilityId, sheetId });
  return (
    <Button
      look={look}
      onPress={begin}
      pending={act.isPending ? '開いています' : undefined}
      label={`${children}：${title}`}
    >
      {children}
    </Button>
  );
}
