import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { openDecisions } from '#core/catalogue/form/form-draft.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { notify } from '#web/ui/notify.ts';
import { Page } from '#web/ui/Page.tsx';
import { FormFaults } from './FormFaults.tsx';
import { PublishCard } from './PublishCard.tsx';
import { type DraftItemView, type DraftView, draftQuery, forms } from './queries.ts';
import { ReviewItem } from './ReviewItem.tsx';

/** Each item of a form as it was read: its words, what it follows, and what it is linked to. */
export function ReviewPage() {
  const { draftId = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(draftQuery(draftId));
  return <Review key={data.revision} draft={data} />;
}

function Review({ draft }: { readonly draft: DraftView }) {
  const [items, setItems] = useState(draft.items);
  const { save, isPending, error } = useSave(draft);
  const changed = items !== draft.items;
  const { undecided, kept, gone } = openDecisions(items, draft.earlier.items);
  const change = (item: DraftItemView) => setItems(items.map((other) => (other.row === item.row ? item : other)));
  return (
    <Page
      where={<Link href={`/admin/versions/official-forms/${draft.id}`}>列と区分を決める</Link>}
      title="項目を確かめる"
      sub={subOf(draft)}
      action={<ButtonLink href={`/admin/versions/official-forms/${draft.id}`}>列と区分に戻る</ButtonLink>}
    >
      <p role="status" className="tabular-nums">
        {kept}項目のうち{kept - undecided}項目を決めました。
        {undecided > 0 && `残り${undecided}項目です。`}
      </p>
      {items.map((item) => (
        <ReviewItem key={item.row} item={item} draft={draft} onChange={change} />
      ))}
      {gone.length > 0 && (
        <Card title="どこにも続かない前の版の項目" aside={`${gone.length}項目`}>
          <p className="mb-2 text-help text-solid-gray-700">
            このまま公開すると、新しい版では「無くなった項目」になります。
          </p>
          <ul className="list-disc pl-5">
            {gone.map(({ id, label, text }) => (
              <li key={id}>
                {label}　{text}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <FormFaults error={error} title="保存できませんでした" />
      <PublishCard draft={draft} blocked={changed || undecided > 0} />
      <div className="sticky bottom-20 z-20 flex items-center justify-end gap-3 rounded-12 border border-solid-gray-100 bg-white p-3 wide:bottom-4">
        <span className="text-help text-solid-gray-700">{changed ? 'まだ保存していません' : '保存してあります'}</span>
        <Button pending={isPending ? '保存しています…' : undefined} disabled={!changed} onPress={() => save(items)}>
          確かめた結果を保存する
        </Button>
      </div>
    </Page>
  );
}

function subOf({ fileName, earlier: { title, version, items } }: DraftView): string {
  if (items.length === 0)
    return `${fileName}の項目です。前の版はありません。一つずつ、原文と同じかを確かめてください。`;
  return `${fileName}の項目を、${title}（${version}）の項目とつなぎます。提案は見立てです。一つずつ確かめて選んでください。`;
}

function useSave({ id, revision }: DraftView) {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation(
    forms.review.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: draftQuery(id).queryKey });
        notify('確かめた結果を保存しました。');
      },
    }),
  );
  return { save: (items: DraftItemView[]) => mutate({ draftId: id, items, revision }), isPending, error };
}
