import { useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { AddPasskey } from './AddPasskey.tsx';

/** A passkey in place of the authenticator, for whoever sets up the first second factor. */
export function PasskeyOffer() {
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Callout
        tone="note"
        title="認証アプリの代わりに、パスキーも使えます"
        action={<Button onPress={() => setAdding(true)}>パスキーを使う</Button>}
      >
        この端末の指紋・顔・暗証番号や、USBの鍵で確かめます。数字を打つ手間がありません。
      </Callout>
      {adding && <AddPasskey onClose={() => setAdding(false)} />}
    </>
  );
}
