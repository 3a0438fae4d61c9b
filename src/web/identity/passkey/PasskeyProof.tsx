import { useMutation } from '@tanstack/react-query';
import { Button } from '#web/ui/Button.tsx';
import { PasskeyNote } from './PasskeyNote.tsx';

type PasskeyProofProps<Proved> = {
  readonly children: string;
  readonly look?: 'primary' | 'secondary';
  readonly autoFocus?: boolean;
  readonly prove: () => Promise<Proved>;
  readonly onProved: (proved: Proved) => void;
};

/** One press proves who is there: the browser shows the passkeys it has for this site. */
export function PasskeyProof<Proved>(props: PasskeyProofProps<Proved>) {
  const { children, look = 'secondary', autoFocus = false, prove, onProved } = props;
  const act = useMutation({ mutationFn: prove, onSuccess: onProved });
  return (
    <div className="flex flex-col gap-3">
      <PasskeyNote error={act.error} title="パスキーで確かめられませんでした" />
      <Button
        look={look}
        autoFocus={autoFocus}
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
