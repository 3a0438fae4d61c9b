import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { linkDays } from '#core/compliance/vendor-form/form-link.ts';
import { useMail } from '#web/identity/index.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { compliance, type ShownSystem, vendorSystemsQuery } from '../calls.ts';
import { HandedLink } from './HandedLink.tsx';

type AskDialogProps = {
  readonly facilityId: string;
  readonly system: ShownSystem;
  readonly onClose: () => void;
};

/** Makes the link by which a vendor answers, sends it where it can be sent, and shows it this once. */
export function AskDialog({ facilityId, system, onClose }: AskDialogProps) {
  const client = useQueryClient();
  const mayMail = useMail() === true && system.email !== '';
  const [byMail, setByMail] = useState(true);
  const ask = useMutation(
    compliance.askVendor.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: vendorSystemsQuery(facilityId).queryKey }),
    }),
  );
  if (ask.data) return <HandedLink system={system} link={ask.data} onClose={onClose} />;
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button
        look="primary"
        pending={ask.isPending ? 'リンクを作っています' : undefined}
        onPress={() => ask.mutate({ facilityId, systemId: system.id, byMail: mayMail && byMail })}
      >
        リンクを作る
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="事業者に記入を頼む" actions={actions}>
      <p className="font-700">
        {system.vendor}　{system.system}（{system.contact}）
      </p>
      <p className="mt-2">
        事業者がアカウントなしで答えられるリンクを作ります。{linkDays}
        日のあいだ使え、この様式のほかは何も見えません。
      </p>
      {system.form?.link && <p className="mt-2">前に渡したリンクは、使えなくなります。これまでの回答は残ります。</p>}
      {mayMail && (
        <div className="mt-2">
          <Checkbox checked={byMail} onChange={setByMail}>
            <span className="break-all">{system.email}</span> にメールで送る
          </Checkbox>
        </div>
      )}
      <RefusalNote error={ask.error} title="リンクを作れませんでした" />
    </Dialog>
  );
}
