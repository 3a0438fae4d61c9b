import { useQueryClient } from '@tanstack/react-query';
import { refusalWords } from '#web/platform/refusal.ts';
import { notify } from '#web/ui/notify.ts';
import { type EvidenceView, evidence, evidenceQuery } from './queries.ts';

/** Takes a file away at once and, for ten seconds, offers it back. */
export function useRemoval(facilityId: string) {
  const client = useQueryClient();
  const { queryKey } = evidenceQuery(facilityId);
  const without = (id: string) => client.setQueryData(queryKey, (all) => all?.filter((file) => file.id !== id));
  const back = (file: EvidenceView) => {
    without(file.id);
    client.setQueryData(queryKey, (all) => [...(all ?? []), file]);
  };
  const restore = async (file: EvidenceView) => {
    try {
      await evidence.restore.call({ facilityId, evidenceId: file.id });
      back(file);
    } catch (error) {
      notify(`「${file.name}」を戻せませんでした。${refusalWords(error)}`);
    }
  };
  return async (file: EvidenceView) => {
    without(file.id);
    try {
      await evidence.remove.call({ facilityId, evidenceId: file.id });
      notify(`証跡「${file.name}」を外しました。`, () => void restore(file));
    } catch (error) {
      back(file);
      notify(`「${file.name}」を外せませんでした。${refusalWords(error)}`);
    }
  };
}
