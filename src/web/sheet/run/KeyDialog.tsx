import { Button } from '#web/ui/Button.tsx';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useAnswering } from '../answering.ts';
import { prefer, usePreferences } from '../preferences.ts';

const keyWords = [
  ['Tab', '次の欄へ（Shift と一緒に押すと前の欄へ）'],
  ['↑ ↓', 'となりの答えを選ぶ'],
  ['0 1 2 3', 'その段階で答える'],
  ['?', '「分からない」で答える'],
  ['J', '次の設問へ'],
  ['K', '前の設問へ'],
] as const;

/** How to answer, which keys do it, and how the questions are shown. */
export function KeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { sheet } = useAnswering();
  const { keys, help } = usePreferences();
  return (
    <Dialog open onClose={onClose} title="答え方と表示" actions={<Button onPress={onClose}>閉じる</Button>}>
      <ul className="list-disc pl-5">
        {sheet.scale.guidance.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {sheet.scale.values
          .filter(({ hint }) => hint)
          .map(({ value, label, hint }) => (
            <li key={value}>
              「{label}」：{hint}
            </li>
          ))}
      </ul>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {keyWords.map(([key, words]) => (
          <div key={key} className="contents">
            <dt className="font-700">{key}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 mb-2 text-help text-solid-gray-700">
        数字・?・J・K は、設問の答えを選んでいる間だけ働きます。ほかの操作とぶつかるときは切ってください。
      </p>
      <Checkbox
        checked={help.open && help.otherwise.length === 0}
        onChange={(next) => prefer({ help: { open: next, otherwise: [] } })}
      >
        設問の説明を開いておく
      </Checkbox>
      <Checkbox checked={keys} onChange={(next) => prefer({ keys: next })}>
        文字のキーで操作する
      </Checkbox>
    </Dialog>
  );
}
