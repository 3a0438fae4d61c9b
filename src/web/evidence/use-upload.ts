import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refusalWords } from '#web/platform/refusal.ts';
import { sendingFault } from './file-words.ts';
import { evidence, evidenceQuery, type Place } from './queries.ts';

/** A file on its way, or why it did not arrive. */
export type Upload = { readonly key: string; readonly name: string; readonly fault?: string };

/** Sends files one after another; each that fails stays listed with its reason. */
export function useUpload(facilityId: string, place: Place) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const forget = (key: string) => setUploads((all) => all.filter((upload) => upload.key !== key));
  const fail = (key: string, fault: string) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, fault } : upload)));
  const send = async (key: string, file: File) => {
    const fault = sendingFault(file);
    if (fault) return fail(key, fault);
    try {
      const sent = { query: { name: file.name }, body: file };
      const added =
        'itemId' in place
          ? await evidence.add.call({ ...sent, params: { facilityId, itemId: place.itemId } })
          : await evidence.addToTask.call({ ...sent, params: { facilityId, taskId: place.taskId } });
      client.setQueryData(evidenceQuery(facilityId).queryKey, (all) => [...(all ?? []), { ...added, alsoAt: [] }]);
      forget(key);
    } catch (error) {
      fail(key, refusalWords(error));
    }
  };
  const upload = async (files: readonly File[]) => {
    const begun = files.map((file) => ({ key: crypto.randomUUID(), name: file.name, file }));
    setUploads((all) => [...all.filter(({ fault }) => !fault), ...begun.map(({ key, name }) => ({ key, name }))]);
    for (const { key, file } of begun) await send(key, file);
  };
  return { uploads, upload, forget };
}
