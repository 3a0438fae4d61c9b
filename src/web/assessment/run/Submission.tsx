import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { isAnswered, useAnswering } from '#web/sheet/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { ConfirmDialog, Dialog } from '#web/ui/Dialog.tsx';
import { LeftDialog } from './LeftDialog.tsx';
import { leftItems } from './left-items.ts';
import { useSubmit } from './use-submit.ts';

type Asking = 'nothing' | 'left' | 'unsaved' | 'confirm';

/** Time in ms a last save may take before the person is told that something is not saved. */
const patience = 5_000;

/** Submits the run once every item is answered and confirmed; until then names what is left. */
export function Submission() {
  const { sheet, standings, autosave } = useAnswering();
  const [asking, ask] = useState<Asking>('nothing');
  const left = leftItems(sheet, (id) => {
    const answer = standings.answers.get(id);
    return { answered: isAnswered(sheet.scale, answer), toConfirm: answer?.toConfirm === true };
  });
  const begin = async () => {
    if (left.length > 0) return ask('left');
    await autosave.settled(patience);
    ask(autosave.drafts().size > 0 ? 'unsaved' : 'confirm');
  };
  const close = () => ask('nothing');
  return (
    <>
      <Button look={left.length === 0 ? 'primary' : 'secondary'} onPress={() => void begin()}>
        提出する
      </Button>
      {asking === 'left' && <LeftDialog left={left} onClose={close} />}
      {asking === 'unsaved' && <UnsavedDialog onClose={close} />}
      {asking === 'confirm' && <SubmitDialog onClose={close} />}
    </>
  );
}

function UnsavedDialog({ onClose }: { readonly onClose: () => void }) {
  const { autosave } = useAnswering();
  return (
    <Dialog open onClose={onClose} title="まだ提出できません" actions={<Button onPress={onClose}>閉じる</Button>}>
      <Callout tone="attention" title={`保存できていない回答が${autosave.drafts().size}件あります。`}>
        通信を確かめ、保存されてから、もう一度「提出する」を押してください。
      </Callout>
    </Dialog>
  );
}

function SubmitDialog({ onClose }: { readonly onClose: () => void }) {
  const { path, run, sheet } = useAnswering();
  const { mutate, isPending, error } = useSubmit();
  const lines = run.sheetId === 'executive' ? executiveLines : facilityLines;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`「${sheet.title}」を提出しますか`}
      confirm="提出する"
      pending={isPending ? '提出しています…' : undefined}
      onConfirm={() => mutate(path)}
    >
      <ul className="list-disc pl-5">
        <li>{run.items}問の回答が固定され、だれも変えられなくなります。</li>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="mt-3">
        <RefusalNote error={error} title="提出できませんでした。" />
      </div>
    </ConfirmDialog>
  );
}

const facilityLines = [
  '結果（点数、対策が要る分野、次の一手）が確定し、報告書を作れます。',
  '同規模の施設との比較に、点数だけが加わります。施設の名前と回答は、ほかの施設に見えません。',
  '直すときは、安全管理責任者が理由を書いて提出を取り消します。',
];
const executiveLines = [
  'あなたの回答は、ほかの人には見えません。2人以上が提出すると、真ん中の値とばらつきだけが施設の結果に出ます。',
  '直すときは、あなたが自分で提出を取り消せます。',
];
