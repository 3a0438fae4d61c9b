import { ORPCError } from '@orpc/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Fault } from '#core/kernel/contract.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { useAnswering } from '../answering.ts';
import { runQuery, sheet, type TakenView } from '../queries.ts';

/** What a file is refused for: every fault in it, or why it could not be read at all. */
export type FileRefusal = { readonly faults: readonly Fault[] } | { readonly words: string };

/** Sends a filled sheet; answers someone gave meanwhile become choices of the person. */
export function useTakeWorkbook() {
  const { path, autosave } = useAnswering();
  const client = useQueryClient();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async (file: File) => {
      await autosave.settled(5_000);
      return withoutEmpty(await sheet.takeWorkbook.call({ params: path, body: file }));
    },
    onSuccess: async (taken) => {
      await client.invalidateQueries({ queryKey: runQuery(path).queryKey });
      for (const { yours, current } of taken.conflicts) autosave.raise(yours, current);
    },
  });
  return { take: (file: File) => mutate(file), taken: data, refusal: error && refusalOf(error), isPending };
}

export type Taking = ReturnType<typeof useTakeWorkbook>;

/** A cell left empty while someone else answered says nothing against their answer. */
function withoutEmpty({ written, unchanged, conflicts }: TakenView): TakenView {
  const real = conflicts.filter(({ yours }) => yours.value !== null || yours.note !== '');
  return { written, unchanged: unchanged + conflicts.length - real.length, conflicts: real };
}

function refusalOf(error: unknown): FileRefusal {
  if (error instanceof ORPCError && error.code === 'sheet/file-not-usable') {
    const { faults } = error.data as { readonly faults: readonly Fault[] };
    return { faults };
  }
  return { words: refusalWords(error) };
}
