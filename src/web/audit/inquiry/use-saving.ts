import { useQueryClient } from '@tanstack/react-query';
import { notify } from '#web/ui/notify.ts';
import { audits } from '../calls.ts';

/** What happens around a change of an audit: everything is read anew, and the person is told. */
export function useSaving(words: string, onClose: () => void) {
  const client = useQueryClient();
  const onError = () => client.invalidateQueries({ queryKey: audits.key() });
  const onSuccess = async () => {
    await onError();
    notify(words);
    onClose();
  };
  return { onSuccess, onError };
}
