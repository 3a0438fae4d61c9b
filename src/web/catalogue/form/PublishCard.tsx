import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextField } from '#web/ui/TextField.tsx';
import { FormFaults } from './FormFaults.tsx';
import { formTitles } from './form-words.ts';
import { type DraftView, forms } from './queries.ts';

type PublishCardProps = {
  readonly draft: DraftView;
  /** Something is not saved or not decided. */
  readonly blocked: boolean;
};

/** Publishes the form as a version of this installation, under a name that stays. */
export function PublishCard({ draft, blocked }: PublishCardProps) {
  const [version, setVersion] = useState('');
  const [asking, ask] = useState(false);
  const { mutate, isPending, error } = usePublish(() => ask(false));
  const faults = fieldFaults(error);
  const title = formTitles[draft.sheetId];
  return (
    <Card title="このまもりの版として公開する">
      <p className="mb-3 measure text-help text-solid-gray-700">
        {draft.sheetId === 'entrusted-appendix'
          ? '公開した版は変えられません。公開すると、保守委託機関に当たる見込みの施設の「ガイドライン」に、要確認の項目として並びます。'
          : '公開した版は変えられません。公開しただけでは使われず、「点検票の版」で採用すると、これから始める点検で使われます。'}
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label="版の名前"
          help={
            draft.sheetId === 'entrusted-appendix'
              ? 'ガイドライン第7.0版の別紙なら「7.0」です。'
              : '令和8年度版なら「R8」です。'
          }
          name="version"
          value={version}
          onChange={setVersion}
          maxLength={8}
          error={faults.version}
        />
        <Button look="primary" disabled={blocked || version.trim() === ''} onPress={() => ask(true)}>
          {title}を公開する
        </Button>
      </div>
      {blocked && <p className="mt-2 text-help">すべての項目を決めて保存すると、公開できます。</p>}
      <FormFaults error={error} title="公開できませんでした" fields={['version']} />
      {asking && (
        <ConfirmDialog
          open
          onClose={() => ask(false)}
          title={`${title} ${version.trim()}を公開しますか`}
          confirm="公開する"
          pending={isPending ? '公開しています…' : undefined}
          onConfirm={() => mutate({ draftId: draft.id, version: version.trim(), revision: draft.revision })}
        >
          <p>公開した版の文言とつながりは、あとから変えられません。直すときは「R8.1」のような別の版になります。</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}

function usePublish(onClose: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation(
    forms.publish.mutationOptions({
      onError: onClose,
      onSuccess: async ({ sheetId, version }) => {
        onClose();
        const inUse = sheetId === 'entrusted-appendix';
        await navigate({ href: inUse ? '/admin/versions/official-forms' : `/admin/versions/${sheetId}/${version}` });
        notify(
          `${formTitles[sheetId]} ${version}を公開しました。${inUse ? '' : '前の版との違いを確かめて、採用してください。'}`,
        );
        await client.invalidateQueries();
      },
    }),
  );
}
