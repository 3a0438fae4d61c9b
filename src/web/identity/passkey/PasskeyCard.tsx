import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { AddPasskey } from './AddPasskey.tsx';
import { PasskeyLine } from './PasskeyLine.tsx';
import { PasskeyPlace } from './PasskeyPlace.tsx';
import { PasskeyRemoval } from './PasskeyRemoval.tsx';
import { type Passkey, passkeysQuery } from './passkey-queries.ts';
import { RenamePasskey } from './RenamePasskey.tsx';

/** The person's passkeys: to add, name and take away; `alone` where they sign in without anything else. */
export function PasskeyCard({ alone }: { readonly alone: boolean }) {
  const { data } = useSuspenseQuery(passkeysQuery());
  const [adding, setAdding] = useState(false);
  const usable = data.usableAt === location.origin;
  return (
    <Card title="パスキー" aside={data.passkeys.length > 0 && `${data.passkeys.length}個`}>
      <div className="flex flex-col items-start gap-4">
        <p className="measure text-help text-solid-gray-700">
          {alone
            ? 'パスワードと確認コードの代わりに、端末の指紋・顔・暗証番号でサインインできます。'
            : '組織のアカウントでサインインしたあとの2つ目の確認と、大切な操作の前の確認を、端末の指紋・顔・暗証番号でできます。'}
          端末をなくしたときのために、二つ以上の登録をおすすめします。
        </p>
        {usable || <PasskeyPlace usableAt={data.usableAt} />}
        <PasskeyList passkeys={data.passkeys} />
        {usable && <Button onPress={() => setAdding(true)}>パスキーを登録する</Button>}
      </div>
      {adding && <AddPasskey onClose={() => setAdding(false)} />}
    </Card>
  );
}

function PasskeyList({ passkeys }: { readonly passkeys: readonly Passkey[] }) {
  const [renaming, setRenaming] = useState<Passkey>();
  const [removing, setRemoving] = useState<Passkey>();
  if (passkeys.length === 0) return <p>まだ登録していません。</p>;
  return (
    <>
      <ul aria-label="登録したパスキー" className="w-full">
        {passkeys.map((passkey) => (
          <PasskeyLine
            key={passkey.id}
            passkey={passkey}
            onRename={() => setRenaming(passkey)}
            onRemove={() => setRemoving(passkey)}
          />
        ))}
      </ul>
      {renaming && <RenamePasskey key={renaming.id} passkey={renaming} onClose={() => setRenaming(undefined)} />}
      {removing && <PasskeyRemoval passkey={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}
