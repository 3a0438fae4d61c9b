import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { SystemEdit } from '#core/compliance/vendor-form/vendor-system.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextField } from '#web/ui/TextField.tsx';
import { compliance, type ShownSystem, vendorSystemsQuery } from '../calls.ts';

type SystemDialogProps = {
  readonly facilityId: string;
  /** Undefined where one is added. */
  readonly system: ShownSystem | undefined;
  readonly onClose: () => void;
};

const fields = ['vendor', 'system', 'contact', 'email'] as const;

/** Adds a system of a vendor, or corrects what stands of one. */
export function SystemDialog({ facilityId, onClose, ...props }: SystemDialogProps) {
  const system = useAtOpening(props.system);
  const [draft, setDraft] = useState<SystemEdit>({
    vendor: system?.vendor ?? '',
    system: system?.system ?? '',
    contact: system?.contact ?? '',
    email: system?.email ?? '',
  });
  const { add, edit } = useSaving(facilityId, onClose);
  const { error, isPending } = system ? edit : add;
  const faults = useMemo(() => fieldFaults(error), [error]);
  const send = () => {
    if (isPending) return;
    if (!system) return add.mutate({ facilityId, ...draft });
    const { id: systemId, revision, endedAt } = system;
    edit.mutate({ facilityId, systemId, revision, ended: endedAt !== null, ...draft });
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={isPending ? '保存しています' : undefined}>
        {system ? '保存する' : 'システムを加える'}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={system ? 'システムを直す' : '事業者のシステムを加える'} actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={error} title="保存できませんでした" fields={fields} />
        <Fields {...{ draft, faults }} change={(next) => setDraft({ ...draft, ...next })} />
        {system && <p className="measure text-help">{endsLink}</p>}
      </Form>
    </Dialog>
  );
}

function useSaving(facilityId: string, onClose: () => void) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: vendorSystemsQuery(facilityId).queryKey });
  const saved = (words: string) => async () => {
    await again();
    notify(words);
    onClose();
  };
  const add = useMutation(
    compliance.addVendorSystem.mutationOptions({ onSuccess: saved('システムを加えました。'), onError: again }),
  );
  const edit = useMutation(
    compliance.editVendorSystem.mutationOptions({ onSuccess: saved('システムを直しました。'), onError: again }),
  );
  return { add, edit };
}

const endsLink =
  '事業者・システム・担当者・メールアドレスを変えると、渡してあるリンクは使えなくなります。続けて記入してもらうときは、もう一度頼んでください。';

type FieldsProps = {
  readonly draft: SystemEdit;
  readonly faults: ReturnType<typeof fieldFaults>;
  readonly change: (next: Partial<SystemEdit>) => void;
};

const texts = {
  vendor: { label: '事業者', maxLength: 100, help: '契約している会社の名前です。' },
  system: {
    label: 'システム',
    maxLength: 100,
    help: '様式はシステムごとに一つです。例：電子カルテ、レセコン、画像（PACS）',
  },
  contact: { label: '担当者', maxLength: 60, help: '答える人の名前です。事業者の回答に、この名前が残ります。' },
} as const;
const named = ['vendor', 'system', 'contact'] as const;

function Fields({ draft, faults, change }: FieldsProps) {
  return (
    <>
      {named.map((field) => (
        <TextField
          key={field}
          required
          {...texts[field]}
          value={draft[field]}
          onChange={(text) => change({ [field]: text })}
          error={faults[field]}
        />
      ))}
      <TextField
        label="メールアドレス"
        type="email"
        inputMode="email"
        maxLength={254}
        help="なくても構いません。入れると、記入を頼むときにリンクをメールで送れます。"
        value={draft.email}
        onChange={(email) => change({ email })}
        error={faults.email}
      />
    </>
  );
}
