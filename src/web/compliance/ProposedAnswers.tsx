import { useState } from 'react';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { mayAnswerItem, useAnswering } from '#web/sheet/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { proposedWords, runWords } from './proposal-words.ts';
import { useProposals } from './use-proposals.ts';
import { useTakeProposals } from './use-take-proposals.ts';

// A region that scrolls must be reachable by keyboard.
const reachable = { tabIndex: 0 };

/** Everything that is proposed for what this person may answer and nobody has yet. */
function useOpenProposals() {
  const answering = useAnswering();
  const { standings } = answering;
  const proposals = new Map(useProposals().map((proposal) => [proposal.itemId, proposal]));
  return itemsOf(answering.sheet).flatMap((item) => {
    const proposal = proposals.get(item.id);
    const answered = (standings.answers.get(item.id)?.value ?? null) !== null || standings.setAside?.has(item.id);
    if (!proposal || proposal.value === null || answered || !mayAnswerItem(answering, item)) return [];
    return [{ item, value: proposal.value, from: proposal.from }];
  });
}

type Open = ReturnType<typeof useOpenProposals>;

/** Takes all proposals at once, after each was listed. */
export function ProposedAnswers() {
  const open = useOpenProposals();
  const [asking, ask] = useState(false);
  if (open.length === 0) return null;
  return (
    <>
      <Callout
        tone="note"
        title={`まだ答えていない${open.length}項目に、自己点検の回答からの提案があります`}
        action={
          <Button size="small" onPress={() => ask(true)}>
            提案をすべて取り入れる
          </Button>
        }
      >
        1項目ずつ確かめて選ぶことも、まとめて取り入れることもできます。
      </Callout>
      {asking && <TakeDialog open={open} onClose={() => ask(false)} />}
    </>
  );
}

function TakeDialog({ open, onClose }: { readonly open: Open; readonly onClose: () => void }) {
  const { take, isPending } = useTakeProposals(onClose);
  const [first] = open.flatMap(({ from }) => from);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`${open.length}項目の提案を取り入れますか`}
      confirm={`${open.length}項目の提案を取り入れる`}
      pending={isPending ? '取り入れています…' : undefined}
      onConfirm={() => take(open.map(({ item }) => item.id))}
    >
      <p className="text-help">
        {first && `${runWords(first)}の回答からです。`}
        確認日は今日になり、あなたが確かめたことになります。違うものは、取り入れたあとで直せます。「いいえ」には目標日を入れてください。
      </p>
      <section {...reachable} aria-label="取り入れる提案" className="mt-3 max-h-[45dvh] overflow-y-auto text-help">
        <ul>
          {open.map(({ item, value, from }) => (
            <li key={item.id} className="flex gap-3 border-t border-solid-gray-100 py-2 first:border-t-0">
              <span className="w-12 shrink-0 tabular-nums text-solid-gray-700">{item.label ?? item.id}</span>
              <span className="min-w-0 flex-1">
                {item.text}
                <span className="block text-note text-solid-gray-700">
                  {from.map(({ itemId, words }) => `${itemId}：${words}`).join('、')}
                </span>
              </span>
              <strong className="shrink-0">{proposedWords(value)}</strong>
            </li>
          ))}
        </ul>
      </section>
    </ConfirmDialog>
  );
}
