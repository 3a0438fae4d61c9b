import { useMutation } from '@tanstack/react-query';
import type { Session } from '#core/identity/contract.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { linkRefused } from './link-refused.ts';
import { identity } from './queries.ts';
import { useSignOut } from './use-sign-out.ts';

type JoinCardProps = {
  readonly token: string;
  readonly session: Session;
  readonly onJoined: (session: Session) => void;
  readonly onUnusable: () => void;
  /** Another person is to join instead. */
  readonly onOther: () => void;
};

/** Joining with the account already signed in. */
export function JoinCard({ token, session, onJoined, onUnusable, onOther }: JoinCardProps) {
  const signOut = useSignOut();
  const act = useMutation(
    identity.joinFacility.mutationOptions({
      onSuccess: onJoined,
      onError: (error) => {
        if (linkRefused(error)) onUnusable();
      },
    }),
  );
  return (
    <Card title={`${session.person.name}さんとしてサインイン中です`}>
      <div className="flex flex-col gap-4">
        <RefusalNote error={act.error} title="加われませんでした" />
        <p className="text-help text-solid-gray-700">
          このアカウントのまま、施設を増やします。今の施設はそのままで、画面の上で切り替えられます。
        </p>
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            pending={act.isPending ? '加わっています' : undefined}
            onPress={() => act.isPending || act.mutate({ token })}
          >
            このアカウントで加わる
          </Button>
          <Button onPress={async () => (await signOut('/invitation')) && onOther()}>
            サインアウトして別の人で加わる
          </Button>
        </div>
      </div>
    </Card>
  );
}
