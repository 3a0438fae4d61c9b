import { Icon } from './Icon.tsx';

export type SaveState =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: Date }
  /** `reason` in a sentence: 「通信が切れています。」 */
  | { readonly state: 'failed'; readonly reason: string };

const clock = new Intl.DateTimeFormat('ja-JP', { hour: 'numeric', minute: '2-digit', timeZone: 'Asia/Tokyo' });

/** Quiet word on whether what was typed is kept; the failure is read out, success is not. */
export function SaveMark({ save, empty = '' }: { readonly save: SaveState; readonly empty?: string }) {
  if (save.state === 'failed') return <Failure reason={save.reason} />;
  return (
    <span className="inline-flex items-center gap-1 text-help tabular-nums text-solid-gray-700">
      {save.state === 'saved' && <Icon name="check" small />}
      {save.state === 'idle' && empty}
      {save.state === 'saving' && '保存中'}
      {save.state === 'saved' && `保存しました ${clock.format(save.at)}`}
    </span>
  );
}

function Failure({ reason }: { readonly reason: string }) {
  return (
    <span role="alert" className="flex gap-1 text-help font-700 text-red-900">
      <span className="pt-1">
        <Icon name="danger" small />
      </span>
      保存できませんでした。{reason}入力は残っています。つながると自動で保存します。
    </span>
  );
}
