import { fewestForSpread } from '#core/assessment/mirror.ts';
import type { SheetId } from '#core/catalogue/sheet.ts';
import { isChecklist } from '#core/sheet/checklist.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { useAnswering } from '#web/sheet/index.ts';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { useSubmit } from './use-submit.ts';

/** Asks once, saying what submission does. */
export function SubmitDialog({ onClose }: { readonly onClose: () => void }) {
  const { path, run, sheet } = useAnswering();
  const { mutate, isPending, error } = useSubmit();
  const lines = linesOf(run.sheetId);
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
        <RefusalNote error={error} title="提出できませんでした" />
      </div>
    </ConfirmDialog>
  );
}

function linesOf(sheetId: SheetId): readonly string[] {
  if (sheetId === 'executive') return executiveLines;
  return isChecklist(sheetId) ? checklistLines : facilityLines;
}

const reopened = '直すときは、安全管理責任者が理由を書いて提出を取り消します。';
const checklistLines = ['点数はつきません。「チェックリスト」の画面に並び、紙の様式どおりに印刷できます。', reopened];
const facilityLines = [
  '結果（点数、対策が要る分野、次の一手）が確定し、報告書を作れます。',
  '同規模の施設との比較に、点数だけが加わります。施設の名前と回答は、ほかの施設に見えません。',
  reopened,
];
const executiveLines = [
  `あなたの回答は、ほかの人には見えません。${fewestForSpread}人以上が提出すると、中央値（真ん中の値）と幅だけが施設の結果に出ます。`,
  '直すときは、あなたが自分で提出を取り消せます。',
];
