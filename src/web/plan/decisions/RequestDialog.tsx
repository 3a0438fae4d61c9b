import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { RequestEdit, SuggestedRequest } from '#core/plan/decision/request.ts';
import { askedOf } from '#core/plan/decision/suggestion.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { plans } from '../calls.ts';
import type { ShownRequest } from '../decision-calls.ts';
import { RequestFields } from './RequestFields.tsx';
import { draftOf, emptyRequest, requestOf } from './request-draft.ts';
import { useAnew } from './use-decision.ts';

/** What the dialog begins with: nothing, a suggestion, or a request that stands. */
export type Asking =
  | { readonly kind: 'new' }
  | { readonly kind: 'suggested'; readonly suggestion: SuggestedRequest }
  | { readonly kind: 'edit'; readonly request: ShownRequest };

type RequestDialogProps = {
  readonly facilityId: string;
  readonly asking: Asking;
  /** Whether who asks is the one who decides. */
  readonly decides: boolean;
  readonly onClose: () => void;
};

const editing = { title: '決めてもらうことを直す', act: '内容を保存する' };
const asksOthers = { title: '決めてもらうことを加える', act: '決めてもらう' };
const asksOneself = { title: '決めることを加える', act: '今決めることに加える' };

function firstDraft(asking: Asking) {
  if (asking.kind === 'new') return emptyRequest;
  return draftOf(asking.kind === 'edit' ? asking.request : askedOf(asking.suggestion));
}

/** Asks the executives to decide something, or changes what was asked. */
export function RequestDialog({ facilityId, asking, decides, onClose }: RequestDialogProps) {
  const [draft, setDraft] = useState(() => firstDraft(asking));
  const [wrong, setWrong] = useState<FieldFaults>({});
  const { save, isPending, error } = useSaving(facilityId, asking, onClose);
  const faults = useMemo(() => ({ ...fieldFaults(error), ...wrong }), [error, wrong]);
  const send = () => {
    const read = requestOf(draft);
    setWrong('faults' in read ? read.faults : {});
    if ('edit' in read && !isPending) save(read.edit);
  };
  const isEdit = asking.kind === 'edit';
  const asked = decides ? asksOneself : asksOthers;
  const words = isEdit ? editing : asked;
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={isPending ? '保存しています' : undefined}>
        {words.act}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={words.title} actions={actions}>
      {!isEdit && <p className="mb-4 text-help">経営層の人に、メールでお知らせします（内容はメールに書きません）。</p>}
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={error} title="保存できませんでした" fields={Object.keys(emptyRequest)} />
        <RequestFields draft={draft} faults={faults} change={(next) => setDraft({ ...draft, ...next })} />
      </Form>
    </Dialog>
  );
}

function useSaving(facilityId: string, asking: Asking, onClose: () => void) {
  const onError = useAnew();
  const saved = (words: string) => async () => {
    notify(words);
    await onError();
    onClose();
  };
  const ask = useMutation(
    plans.askDecision.mutationOptions({ onSuccess: saved('決めてもらうことを加えました。'), onError }),
  );
  const edit = useMutation(
    plans.editRequest.mutationOptions({ onSuccess: saved('決めてもらうことを直しました。'), onError }),
  );
  const save = (typed: RequestEdit) => {
    if (asking.kind === 'edit') {
      const { id: requestId, revision } = asking.request;
      return edit.mutate({ facilityId, requestId, revision, ...typed });
    }
    const source = asking.kind === 'suggested' ? asking.suggestion.source : null;
    return ask.mutate({ facilityId, source, ...typed });
  };
  return { save, isPending: ask.isPending || edit.isPending, error: ask.error ?? edit.error };
}
