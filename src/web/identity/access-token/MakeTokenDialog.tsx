import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { accessTokenDays, type Scope } from '#core/identity/access-token.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { accessToken } from './queries.ts';
import { ScopeChoice } from './ScopeChoice.tsx';
import type { IssuedToken } from './TokenSlip.tsx';
import { daysOf, emptyDraft, missingIn, type TokenDraft } from './token-draft.ts';

type MakeTokenDialogProps = {
  readonly facilityId: string;
  readonly offered: readonly Scope[];
  readonly onClose: () => void;
  readonly onMade: (token: IssuedToken) => void;
};

/** Asks what the key is for, what it may do and how long. */
export function MakeTokenDialog({ facilityId, offered, onClose, onMade }: MakeTokenDialogProps) {
  const [draft, setDraft] = useState(emptyDraft);
  const [faults, setFaults] = useState<FieldFaults>({});
  const act = useMutation(
    accessToken.make.mutationOptions({
      onSuccess: (made, { name, scopes }) => onMade({ ...made, name, scopes }),
      onError: (error) => setFaults(fieldFaults(error)),
    }),
  );
  const make = () => {
    const missing = missingIn(draft);
    setFaults(missing);
    if (Object.keys(missing).length > 0 || act.isPending) return;
    act.mutate({ facilityId, name: draft.name, scopes: [...draft.scopes], days: daysOf(draft.days) });
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={make} pending={act.isPending ? '作っています' : undefined}>
        キーを作る
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="アクセスキーを作る" actions={actions}>
      <Form onSubmit={make} faults={faults}>
        <RefusalNote error={act.error} title="キーを作れませんでした" fields={['name', 'scopes', 'days']} />
        <TokenFields offered={offered} draft={draft} faults={faults} onChange={setDraft} />
      </Form>
    </Dialog>
  );
}

type TokenFieldsProps = {
  readonly offered: readonly Scope[];
  readonly draft: TokenDraft;
  readonly faults: FieldFaults;
  readonly onChange: (draft: TokenDraft) => void;
};

function TokenFields({ offered, draft, faults, onChange }: TokenFieldsProps) {
  return (
    <>
      <TextField
        label="キーの名前"
        help="何のプログラムが使うかを書きます（例：部門システムからの取り込み）。"
        required
        maxLength={100}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        error={faults.name}
      />
      <ScopeChoice
        offered={offered}
        value={draft.scopes}
        onChange={(scopes) => onChange({ ...draft, scopes })}
        error={faults.scopes}
      />
      <TextField
        label="使える日数"
        help={`${accessTokenDays.most}日まで。期限が来ると、ひとりでに使えなくなります。`}
        required
        inputMode="numeric"
        value={draft.days}
        onChange={(days) => onChange({ ...draft, days })}
        error={faults.days}
      />
    </>
  );
}
