import { useMutation } from '@tanstack/react-query';
import { handOver } from '#web/platform/hand-over.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { notify } from '#web/ui/notify.ts';
import { plans } from '../calls.ts';
import type { Rights } from './use-decision.ts';

type PageActionsProps = {
  readonly facilityId: string;
  readonly facility: string;
  readonly rights: Rights;
  readonly onAsk: () => void;
};

/** The page for the meeting as PDF, and asking for one more decision. */
export function PageActions({ facilityId, facility, rights, onAsk }: PageActionsProps) {
  const sheet = useMutation(
    plans.decisionSheet.mutationOptions({
      onSuccess: (file) => handOver(file, `経営者が決めること_${facility}.pdf`),
      onError: (error) => notify(`PDFを作れませんでした。${refusalWords(error)}`),
    }),
  );
  return (
    <>
      <Button
        icon="download"
        onPress={() => sheet.mutate({ facilityId })}
        pending={sheet.isPending ? 'PDFを作っています…' : undefined}
      >
        会議の1枚（PDF）を受け取る
      </Button>
      {rights.asks && (
        <Button look={rights.decides ? 'secondary' : 'primary'} onPress={onAsk}>
          {rights.decides ? '決めることを加える' : '決めてもらうことを加える'}
        </Button>
      )}
    </>
  );
}
