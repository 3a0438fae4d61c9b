import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { countChanges } from '#core/catalogue/changes.ts';
import type { SheetChanges } from '#core/catalogue/contract.ts';
import { versionTitle } from '#core/catalogue/version-title.ts';
import { sheetChangesQuery } from '#web/catalogue/index.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { AfterAWhile } from '#web/ui/Skeleton.tsx';
import { useAnswering } from '../answering.ts';
import { runQuery, sheet } from '../queries.ts';

type MoveDialogProps = { readonly version: string; readonly onClose: () => void };

/** Says what going over to a version changes, and does it. */
export function MoveDialog({ version, onClose }: MoveDialogProps) {
  const { path, run } = useAnswering();
  const changes = useQuery(sheetChangesQuery(run.sheetId, version, run.sheetVersion)).data;
  const { mutate, isPending, error } = useMove(version, onClose);
  return (
    <Dialog
      open
      alert
      onClose={onClose}
      title={`${versionTitle(version)}に移しますか`}
      actions={
        <>
          <Button onPress={onClose}>このままにする</Button>
          <Button
            look="primary"
            pending={isPending ? '移しています…' : undefined}
            onPress={() => mutate({ ...path, version })}
          >
            {version}に移す
          </Button>
        </>
      }
    >
      {changes ? <WhatChanges changes={changes} /> : <AfterAWhile>読み込んでいます</AfterAWhile>}
      <p className="mt-3">
        {`${versionTitle(run.sheetVersion)}には戻せません。`}前の回答と履歴は残り、移したことは記録に残ります。
      </p>
      <RefusalNote error={error} title="移せませんでした" />
    </Dialog>
  );
}

function WhatChanges({ changes }: { readonly changes: SheetChanges }) {
  const counts = countChanges(changes);
  return (
    <ul className="list-disc pl-5">
      <li>文言の同じ{counts.unchanged}問は、回答を引き継ぎます。</li>
      <li>文言の変わった{counts.reworded}問は、前の答えを横に見ながら答え直します。</li>
      <li>新しい{counts.new}問に答えます。</li>
      {counts.dropped > 0 && <li>無くなった{counts.dropped}問の回答は、記録にだけ残ります。</li>}
    </ul>
  );
}

function useMove(version: string, onDone: () => void) {
  const client = useQueryClient();
  const { path } = useAnswering();
  return useMutation(
    sheet.moveRun.mutationOptions({
      onSuccess: async (run) => {
        client.setQueryData(runQuery(path).queryKey, run);
        onDone();
        notify(`${version}版に移しました。新しい設問と、文言の変わった設問に答えてください。`);
        await client.invalidateQueries();
      },
    }),
  );
}
