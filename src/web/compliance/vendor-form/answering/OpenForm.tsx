import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { refusalCode } from '#web/platform/refusal.ts';
import { isUndated, progressOf, UnsavedBar, useAnswering } from '#web/sheet/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { focusPageTitle } from '#web/ui/PageTitle.tsx';
import { Progress } from '#web/ui/Progress.tsx';
import { compliance } from '../../calls.ts';
import { FormItems } from './FormItems.tsx';
import { openedFormQuery } from './link-calls.ts';

const patience = 5_000;

/** The form while it is answered, up to its being sent. */
export function OpenForm({ token }: { readonly token: string }) {
  const { autosave } = useAnswering();
  const send = useSending(token);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => autosave.drafts().size > 0 && event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [autosave]);
  return (
    <>
      <Callout tone="note" title="「はい」「いいえ」を選ぶと、そのつど保存します。">
        途中でやめても、同じリンクから続けられます。「いいえ」には、「はい」にする目標日を入れてください。このリンクで見えるのは、この様式だけです。
      </Callout>
      <FormItems />
      <div className="sticky bottom-0 z-20 -mx-4 flex flex-col gap-2 border-t border-solid-gray-100 bg-white px-4 py-3 sm:bottom-4 sm:mx-0 sm:rounded-12 sm:border sm:px-5">
        <UnsavedBar />
        <Missing error={send.error} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <div className="min-w-0 flex-1 basis-40">
            <HowFar />
          </div>
          <Button look="primary" pending={send.isPending ? '送っています…' : undefined} onPress={() => send.mutate()}>
            医療機関に送る
          </Button>
        </div>
      </div>
    </>
  );
}

function useSending(token: string) {
  const client = useQueryClient();
  const { autosave } = useAnswering();
  return useMutation({
    mutationFn: async () => {
      await autosave.settled(patience);
      return compliance.sendVendorForm.call({ token });
    },
    onSuccess: (form) => {
      client.setQueryData(openedFormQuery(token).queryKey, form);
      focusPageTitle();
      scrollTo(0, 0);
    },
    onError: (error) => {
      const code = refusalCode(error);
      if (code?.startsWith('compliance/') && code !== 'compliance/form-not-complete') {
        void client.invalidateQueries({ queryKey: openedFormQuery(token).queryKey });
      }
    },
  });
}

function HowFar() {
  const { sheet, standings } = useAnswering();
  const { answered, needed, undated } = progressOf(itemsOf(sheet), standings);
  const words = `${answered} / ${needed}問${undated > 0 ? `・日がまだ${undated}` : ''}`;
  return <Progress label="答えた項目" value={answered} total={needed} words={words} />;
}

const shownAtOnce = 5;

/** What is still missing of what kept the form from being sent, with a way to the first of them. */
function Missing({ error }: { readonly error: unknown }) {
  const { sheet, standings } = useAnswering();
  if (refusalCode(error) !== 'compliance/form-not-complete') {
    return <RefusalNote error={error} title="送れませんでした" />;
  }
  const missing = itemsOf(sheet).filter(({ id }) => {
    const answer = standings.answers.get(id);
    return !answer || answer.value === null || answer.toConfirm || isUndated(id, standings);
  });
  if (missing.length === 0) return null;
  const more = missing.length - shownAtOnce;
  return (
    <Callout
      tone="attention"
      announce
      title={`まだ送れません。答えか日の入っていない項目が${missing.length}あります。`}
    >
      <ul className="flex flex-wrap items-center gap-2">
        {missing.slice(0, shownAtOnce).map(({ id, label = id }) => (
          <li key={id}>
            <Button size="small" label={`項目 ${label} へ`} onPress={() => goTo(id)}>
              {label}
            </Button>
          </li>
        ))}
        {more > 0 && <li>ほか{more}項目</li>}
      </ul>
    </Callout>
  );
}

/** Not by the address: what stands behind its # here is the secret of a link. */
function goTo(itemId: string) {
  const card = document.getElementById(itemId);
  card?.scrollIntoView({ block: 'start' });
  card?.querySelector<HTMLElement>('[aria-invalid="true"], input, button')?.focus({ preventScroll: true });
}
