import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Area } from '#core/catalogue/sheet.ts';
import { roleTitles } from '#core/identity/role.ts';
import { mayBeAssigned } from '#core/sheet/run.ts';
import { membersQuery } from '#web/identity/index.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { useAnswering } from '../answering.ts';
import { runQuery, sheet } from '../queries.ts';

type AssignDialogProps = {
  readonly area: Area;
  readonly holder: { readonly id: string } | undefined;
  readonly onClose: () => void;
};

const nobody = 'nobody';

/** Hands an area to one of the facility's people, or takes it back. */
export function AssignDialog({ area, holder, onClose }: AssignDialogProps) {
  const [chosen, choose] = useState(holder?.id ?? nobody);
  const assign = useAssign(onClose);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`「${area.title}」の担当を決める`}
      actions={
        <>
          <Button onPress={onClose}>やめる</Button>
          <Button
            look="primary"
            pending={assign.isPending ? '決めています' : undefined}
            onPress={() => assign.begin(area.id, chosen === nobody ? null : chosen)}
          >
            担当を決める
          </Button>
        </>
      }
    >
      <p className="mb-3">
        担当の人は、この分野の{area.items.length}問に答えます。担当でない人の回答も、これまで通り残ります。
      </p>
      <People chosen={chosen} onChoose={choose} />
      <RefusalNote error={assign.error} title="担当を決められませんでした" />
    </Dialog>
  );
}

function People({ chosen, onChoose }: { readonly chosen: string; readonly onChoose: (id: string) => void }) {
  const { path } = useAnswering();
  const members = useQuery(membersQuery(path.facilityId)).data ?? [];
  const options = members
    .filter(({ roles }) => mayBeAssigned(roles))
    .map(({ personId, name, roles }) => ({
      value: personId,
      label: name,
      help: roles.map((role) => roleTitles[role]).join('・'),
    }));
  return (
    <div className="-mx-2 max-h-[40dvh] overflow-y-auto px-2 py-1.5">
      <RadioGroup
        label="担当する人"
        options={[{ value: nobody, label: '担当を置かない' }, ...options]}
        value={chosen}
        onChange={onChoose}
      />
    </div>
  );
}

function useAssign(onDone: () => void) {
  const { path } = useAnswering();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation(
    sheet.assign.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: runQuery(path).queryKey });
        onDone();
      },
    }),
  );
  const begin = (areaId: string, personId: string | null) => mutate({ ...path, areaId, personId });
  return { begin, isPending, error };
}
