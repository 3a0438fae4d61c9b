import { useMutation } from '@tanstack/react-query';
import { Button } from '#web/ui/Button.tsx';
import { PasskeyNote } from './PasskeyNote.tsx';

type PasskeyProofProps<Proved> = {
  readonly children: string;
  readonly look?: 'primary' | 'secondary';
  readonly prove: () => Promise<Proved>;
  readonly onProved: (proved: Proved) => void;
};

/** One press proves who is there: the browser shows the passkeys it has for this site. */
export function PasskeyProof<Proved>({ children, look = 'secondary', prove, onProved }: PasskeyProofProps<Proved>) {
  const act = useMutation({ mutationFn: prove, onSuccess: onProved });
  return (
    <div className="flex flex-col gap-3">
      <PasskeyNote error={act.error} title="パスキーで確かめられませんでした。" />
      <Button
        look={look}
        size="large"
        wide
        onPress={() => act.mutate()}
        pending={act.isPending ? '端末の表示に従ってください' : undefined}
      >
        {children}
      </Button>
    </div>
  );
}
