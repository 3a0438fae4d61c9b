import type { ReactNode } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { Day } from '#web/ui/Day.tsx';
import type { Passkey } from './passkey-queries.ts';

type PasskeyLineProps = {
  readonly passkey: Passkey;
  readonly onRename: () => void;
  readonly onRemove: () => void;
};

/** One passkey in the list: its name, when it was made and last used, what can be done. */
export function PasskeyLine({ passkey, onRename, onRemove }: PasskeyLineProps) {
  const { name, createdAt, lastUsedAt, backedUp } = passkey;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-700 wrap-anywhere">{name}</p>
        <dl className="mt-1 flex flex-wrap gap-x-4 text-help text-solid-gray-700">
          <Fact term="登録">
            <Day at={new Date(createdAt)} />
          </Fact>
          <Fact term="最後に使った日">{lastUsedAt ? <Day at={new Date(lastUsedAt)} /> : 'まだ使っていません'}</Fact>
        </dl>
        <p className="text-help text-solid-gray-700">
          {backedUp ? '端末のアカウントに控えがあり、ほかの端末でも使えます。' : '登録した端末か鍵だけで使えます。'}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onPress={onRename} label={`パスキー「${name}」の名前を変える`}>
          名前を変える
        </Button>
        <Button size="small" onPress={onRemove} label={`「${name}」のパスキーを外す`}>
          パスキーを外す
        </Button>
      </div>
    </li>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="flex">
      <dt>{term}：</dt>
      <dd>{children}</dd>
    </div>
  );
}
