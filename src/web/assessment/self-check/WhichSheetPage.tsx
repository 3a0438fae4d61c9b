import { useState } from 'react';
import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { chooseSheetFor, type SheetBranch } from '#core/organisation/which-sheet.ts';
import { bedsText, completeAnswers, noAnswers } from '#web/organisation/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { PrintFoot } from '#web/ui/PrintFoot.tsx';
import { BranchAdvice } from './BranchAdvice.tsx';
import { BranchForm, type OpenBranch } from './BranchForm.tsx';

const nothing: OpenBranch = { type: null, beds: '', answers: noAnswers };

/** The short branch 「どの点検票を使うか」: the advice appears as soon as every question has an answer. */
export function WhichSheetPage() {
  const [open, setOpen] = useState(nothing);
  const branch = completed(open);
  return (
    <>
      <PageHead
        where="自己点検"
        title="どの点検票を使うか確かめる"
        sub="施設の種類と3つの質問で、使う点検票と、保守委託機関の「みなし遵守」が使えるかの見込みが分かります。答えは送りません。"
        action={
          branch && (
            <Button icon="print" onPress={() => window.print()}>
              印刷する
            </Button>
          )
        }
      />
      <PrintFoot words={`どの点検票を使うか　${japaneseDate(new Date())}`} />
      <div className="grid items-start gap-6 wide:grid-cols-2 print:flex print:flex-col-reverse print:items-stretch">
        <BranchForm open={open} onChange={setOpen} />
        <div role="status" className="wide:sticky wide:top-4">
          <BranchAdvice choice={branch && chooseSheetFor(branch)} />
        </div>
      </div>
    </>
  );
}

function completed({ type, beds: typed, answers }: OpenBranch): SheetBranch | undefined {
  const complete = completeAnswers(answers);
  const beds = type === 'clinic-with-beds' ? bedsText(typed) : null;
  return type && complete && typeof beds !== 'string' ? { type, beds, ...complete } : undefined;
}
