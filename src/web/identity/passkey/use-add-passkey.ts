import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notify } from '#web/ui/notify.ts';
import { sessionQuery } from '../queries.ts';
import { createPasskey } from './ceremony.ts';
import { passkeys, passkeysQuery } from './passkey-queries.ts';

async function add(name: string) {
  const credential = await createPasskey(await passkeys.beginRegistration.call());
  return passkeys.register.call({ name, credential });
}

/** Makes a passkey and registers it; the session has passed the second factor from then on. */
export function useAddPasskey(onAdded: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: add,
    onSuccess: async ({ name }) => {
      notify(`パスキー「${name}」を登録しました。`);
      onAdded();
      await queryClient.invalidateQueries({ queryKey: passkeysQuery().queryKey });
      await queryClient.fetchQuery({ ...sessionQuery(), staleTime: 0 });
    },
  });
}
