import type { ReactNode } from 'react';
import type { Item } from '#core/catalogue/sheet.ts';
import { japaneseMoment } from '#core/kernel/fiscal-year.ts';
import { Button } from '#web/ui/Button.tsx';
import { useAnswering } from '../answering.ts';
import type { Change } from '../saving/draft.ts';
import { giverWords } from './giver-words.ts';
import { MarkWords } from './MarkWords.tsx';
import { useItem } from './use-item.ts';
import { valueWords } from './value-words.ts';

type ConflictChoiceProps = {
  readonly item: Item;
  /** The person's answer comes from a file, and what happened is told above already. */
  readonly fromFile?: boolean;
};

/** Two answers to one item, side by side; nothing is overwritten before the person has chosen. */
export function ConflictChoice({ item, fromFile = false }: ConflictChoiceProps) {
  const { savings, autosave, person } = useAnswering();
  const { answer } = useItem(item);
  const saving = savings.get(item.id);
  if (saving?.state !== 'conflict') return null;
  const { current } = saving;
  const own = current.answeredBy.id === person.id;
  return (
    <section
      role="alert"
      aria-label={`${item.id}の答えが二つあります`}
      className="rounded-8 border border-orange-200 bg-attention-ground p-4"
    >
      {!fromFile && (
        <div className="mb-3">
          <p className="font-700 text-orange-1000">答えが二つあります。残す方を選んでください。</p>
          <p className="text-help">
            あなたが答える間に、ほかの画面で答えが変わりました。選ぶまで、保存済みの答えはそのままです。
          </p>
        </div>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <Side
          title={`${current.answeredBy.name}・${japaneseMoment(new Date(current.answeredAt))}`}
          given={current}
          onKeep={() => autosave.keepTheirs(item.id)}
          keep={own ? '保存済みの答えを残す' : `${giverWords(current.answeredBy.name)}の答えを残す`}
        />
        <Side
          title={fromFile ? 'あなたの答え（ファイルの中）' : 'あなたの答え（まだ保存していません）'}
          given={answer}
          onKeep={() => autosave.keepMine(item.id)}
          keep="自分の答えを残す"
        />
      </div>
    </section>
  );
}

type SideProps = {
  readonly title: ReactNode;
  readonly given: Change;
  readonly keep: string;
  readonly onKeep: () => void;
};

function Side({ title, given, keep, onKeep }: SideProps) {
  const { sheet } = useAnswering();
  return (
    <div className="flex flex-col justify-between gap-3 rounded-8 border border-solid-gray-300 bg-white p-4">
      <div>
        <p className="text-help text-solid-gray-700">{title}</p>
        <p className="font-700">{valueWords(given.value, sheet.scale)}</p>
        <MarkWords {...given} />
        {given.note && <p className="mt-1 whitespace-pre-line text-help">{given.note}</p>}
      </div>
      <Button onPress={onKeep}>{keep}</Button>
    </div>
  );
}
