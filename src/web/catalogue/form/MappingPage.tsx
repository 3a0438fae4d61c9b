import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { linesOf } from '#core/catalogue/form/form-mapping.ts';
import type { RowRole } from '#core/catalogue/form/form-shape.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { notify } from '#web/ui/notify.ts';
import { Page } from '#web/ui/Page.tsx';
import { ColumnChoices } from './ColumnChoices.tsx';
import { FileFacts } from './FileFacts.tsx';
import { FormFaults } from './FormFaults.tsx';
import { type DraftView, draftQuery, forms, formsQuery } from './queries.ts';
import { RowTable } from './RowTable.tsx';

/** Which columns and rows of a form say what, with what is read from them. */
export function MappingPage() {
  const { draftId = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(draftQuery(draftId));
  return <Mapping key={data.revision} draft={data} />;
}

function Mapping({ draft }: { readonly draft: DraftView }) {
  const [mapping, setMapping] = useState(draft.mapping);
  const { save, isPending, error } = useSave(draft);
  const lines = linesOf(draft.rows, mapping).filter(({ text }) => text !== '');
  const setRole = (row: number, role: RowRole) => setMapping({ ...mapping, roles: mapping.roles.with(row, role) });
  return (
    <Page
      where={<Link href="/admin/versions/official-forms">国の様式を読み込む</Link>}
      title="列と区分を決める"
      sub="どの列が何で、どの行が項目かを決めます。まもりの見立てが入っています。違う所を直してください。"
      action={
        <Button look="primary" pending={isPending ? '保存しています…' : undefined} onPress={() => save(mapping)}>
          この読み方で{lines.length}項目を確かめる
        </Button>
      }
    >
      <FormFaults error={error} title="保存できませんでした" />
      <FileFacts file={draft} />
      <Card title="列">
        <ColumnChoices rows={draft.rows} mapping={mapping} onChange={setMapping} />
      </Card>
      <Card title="行" aside={`項目 ${lines.length}行`}>
        <RowTable rows={draft.rows} mapping={mapping} onRole={setRole} />
      </Card>
      <Discard draftId={draft.id} />
    </Page>
  );
}

function useSave({ id, revision }: DraftView) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation(
    forms.map.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: draftQuery(id).queryKey });
        await navigate({ href: `/admin/versions/official-forms/${id}/items` });
      },
    }),
  );
  return { save: (mapping: DraftView['mapping']) => mutate({ draftId: id, mapping, revision }), isPending, error };
}

function Discard({ draftId }: { readonly draftId: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation(
    forms.discard.mutationOptions({
      onSuccess: async () => {
        await navigate({ href: '/admin/versions/official-forms' });
        await client.invalidateQueries({ queryKey: formsQuery().queryKey });
        notify('読み込み中の様式を捨てました。元のファイルは、もう一度読み込めます。');
      },
    }),
  );
  return (
    <div>
      <Button look="quiet" pending={isPending ? '捨てています…' : undefined} onPress={() => mutate({ draftId })}>
        この読み込みを捨てる
      </Button>
      <FormFaults error={error} title="捨てられませんでした" />
    </div>
  );
}
