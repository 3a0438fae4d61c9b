import { useMutation } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { sso } from './queries.ts';
import { leaveFor } from './way.ts';

type SsoStepUpProps = { readonly name: string; readonly only: boolean };

/** Proving to be there by signing in at the organisation's provider again; leaves the page and comes back to it. */
export function SsoStepUp({ name, only }: SsoStepUpProps) {
  const here = () => window.location.pathname + window.location.search;
  const act = useMutation(sso.stepUp.mutationOptions({ onSuccess: ({ url }) => leaveFor(url, here()) }));
  return (
    <div className="flex flex-col gap-2">
      <RefusalNote error={act.error} title="確かめ始められませんでした" />
      <Button
        look={only ? 'primary' : 'secondary'}
        wide
        pending={act.isPending ? '組織のページへ進んでいます' : undefined}
        onPress={() => act.mutate({})}
      >
        組織のアカウントで確かめる
      </Button>
      <p className="text-help text-solid-gray-700">
        {name}のページで、もう一度サインインします。このページを離れ、終わると戻ります。保存していない入力は残りません。
      </p>
    </div>
  );
}
