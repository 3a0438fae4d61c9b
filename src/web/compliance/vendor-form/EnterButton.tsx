import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { refusalWords } from '#web/platform/refusal.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { notify } from '#web/ui/notify.ts';
import { compliance, type ShownSystem } from '../calls.ts';

type EnterButtonProps = { readonly facilityId: string; readonly system: ShownSystem; readonly edits: boolean };

/** Opens the form of a system on the answering page; whoever may edit begins it there where it was not begun. */
export function EnterButton({ facilityId, system: { id: systemId, system, form }, edits }: EnterButtonProps) {
  const navigate = useNavigate();
  const hrefOf = (runId: string) => `/facilities/${facilityId}/runs/${runId}`;
  const { mutate, isPending } = useMutation(
    compliance.beginVendorForm.mutationOptions({
      onSuccess: ({ runId }) => navigate({ href: hrefOf(runId) }),
      onError: (error) => notify(`開けませんでした。${refusalWords(error)}`),
    }),
  );
  if (form) {
    return (
      <ButtonLink size="small" href={hrefOf(form.runId)}>
        {form.submittedAt === null && edits ? '回答を確かめる' : '回答を見る'}
      </ButtonLink>
    );
  }
  if (!edits) return null;
  return (
    <Button
      size="small"
      label={`${system}の回答を紙から入れる`}
      pending={isPending ? '開いています' : undefined}
      onPress={() => mutate({ facilityId, systemId })}
    >
      紙から入れる
    </Button>
  );
}
