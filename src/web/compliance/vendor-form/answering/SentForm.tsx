import { useMutation, useQueryClient } from '@tanstack/react-query';
import { japaneseMoment } from '#core/kernel/fiscal-year.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { compliance } from '../../calls.ts';
import { FormItems } from './FormItems.tsx';
import { type OpenedFormView, openedFormQuery } from './link-calls.ts';

type SentFormProps = { readonly token: string; readonly form: OpenedFormView };

/** What was sent, to look at; and the way back until the facility has confirmed it. */
export function SentForm({ token, form }: SentFormProps) {
  const client = useQueryClient();
  const { queryKey } = openedFormQuery(token);
  const back = useMutation(
    compliance.takeBackVendorForm.mutationOptions({
      onSuccess: (opened) => client.setQueryData(queryKey, opened),
      onError: () => client.invalidateQueries({ queryKey }),
    }),
  );
  const { confirmedAt, sentAt, facilityName } = form;
  if (confirmedAt !== null) {
    return (
      <>
        <Callout tone="done" title={`${facilityName}が確かめて、提出しました。`}>
          {japaneseMoment(new Date(confirmedAt))}。回答はもう変えられません。直すことがあるときは、{facilityName}
          に連絡してください。
        </Callout>
        <FormItems />
      </>
    );
  }
  const action = (
    <Button size="small" pending={back.isPending ? '戻しています…' : undefined} onPress={() => back.mutate({ token })}>
      送った回答を直す
    </Button>
  );
  return (
    <>
      <Callout tone="done" title="回答を送りました。ご協力ありがとうございました。" action={action}>
        {sentAt !== null && japaneseMoment(new Date(sentAt))}。{facilityName}
        が確かめて提出するまでは、このリンクから直せます。このページは閉じて構いません。
      </Callout>
      <RefusalNote error={back.error} title="戻せませんでした" />
      <FormItems />
    </>
  );
}
