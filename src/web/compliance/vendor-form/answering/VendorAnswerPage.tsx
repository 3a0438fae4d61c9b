import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { NarrowPage, useLinkSecret } from '#web/identity/index.ts';
import { AnsweringContext } from '#web/sheet/index.ts';
import { Callout } from '#web/ui/Callout.tsx';
import { AfterAWhile, Skeleton } from '#web/ui/Skeleton.tsx';
import { ClosedLink } from './ClosedLink.tsx';
import { FormHead } from './FormHead.tsx';
import { type OpenedFormView, openedFormQuery } from './link-calls.ts';
import { OpenForm } from './OpenForm.tsx';
import { SentForm } from './SentForm.tsx';
import { useFormAnswering } from './use-form-answering.ts';

const title = 'チェックリスト（事業者確認用）';
const waiting = (
  <AfterAWhile>
    <Skeleton />
  </AfterAWhile>
);

/** The form a vendor answers through its link, without an account. */
export function VendorAnswerPage() {
  const token = useLinkSecret();
  return (
    <NarrowPage wide where="サイバーセキュリティ対策チェックリスト" title={title}>
      {token === undefined ? <OpenAgain /> : <Opened key={token} token={token} />}
    </NarrowPage>
  );
}

function OpenAgain() {
  return (
    <Callout tone="attention" announce title="受け取ったリンクを、もう一度開いてください。">
      リンクの鍵は、安全のため画面にもブラウザにも残しません。読み直したときは、受け取ったリンクから開き直します。保存済みの回答は残っています。
    </Callout>
  );
}

function Opened({ token }: { readonly token: string }) {
  const { data: form, error, isPending } = useQuery(openedFormQuery(token));
  if (error) return <ClosedLink error={error} />;
  if (isPending || !form) return waiting;
  return (
    <>
      <FormHead form={form} />
      <Suspense fallback={waiting}>
        <Form token={token} form={form} />
      </Suspense>
    </>
  );
}

type FormProps = { readonly token: string; readonly form: OpenedFormView };

function Form({ token, form }: FormProps) {
  const answering = useFormAnswering(token, form);
  const closed = form.sentAt !== null || form.confirmedAt !== null;
  return (
    <AnsweringContext value={answering}>
      {closed ? <SentForm token={token} form={form} /> : <OpenForm token={token} />}
    </AnsweringContext>
  );
}
