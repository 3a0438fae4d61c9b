import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { InvitedRole } from '#core/identity/role.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { refusalCode } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { RoleChoice } from './RoleChoice.tsx';

export type RolesDialogProps<Given extends InvitedRole> = {
  readonly name: string;
  readonly held: readonly Given[];
  readonly choices: readonly Given[];
  /** What the person loses by taking the own administration away; undefined while there is nothing to warn of. */
  readonly warningOf: (roles: readonly Given[]) => string | undefined;
  readonly change: (roles: readonly Given[]) => Promise<unknown>;
  /** After the roles are changed and the dialog is closed. */
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
};

/** Choosing the roles of somebody who has some. */
export function RolesDialog<Given extends InvitedRole>(props: RolesDialogProps<Given>) {
  const { name, held, choices, warningOf, change, onChanged, onClose } = props;
  const [roles, setRoles] = useState<readonly Given[]>(held);
  const [tried, setTried] = useState(false);
  const act = useMutation({
    mutationFn: change,
    onSuccess: () => {
      notify(`${name}さんの役割を変えました。`);
      onClose();
      return onChanged();
    },
  });
  const fault = faultOf(tried && roles.length === 0, act.error);
  const warning = warningOf(roles);
  const save = () => {
    setTried(true);
    if (roles.length > 0) act.mutate(roles);
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={save} pending={act.isPending ? '変えています' : undefined}>
        役割を変える
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={`${name}さんの役割`} actions={actions}>
      <div className="flex flex-col gap-4">
        {!fault && <RefusalNote error={act.error} title="変えられませんでした" />}
        {warning && (
          <Callout tone="attention" title={warning}>
            外れると、人を招いたり役割を変えたりできなくなります。
          </Callout>
        )}
        <RoleChoice choices={choices} value={roles} onChange={setRoles} error={fault} />
      </div>
    </Dialog>
  );
}

function faultOf(missing: boolean, error: unknown): string | undefined {
  if (missing) return '役割を一つ以上選んでください。';
  return refusalCode(error) === 'identity/last-administrator' && error instanceof Error ? error.message : undefined;
}
