import { useState } from 'react';
import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { chooseSheetFor, type SheetBranch } from '#core/organisation/which-sheet.ts';
import { Button } from '#web/ui/Button.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { PrintFoot } from '#web/ui/PrintFoot.tsx';
import { BranchForm, type OpenBranch } from './BranchForm.tsx';
import { SheetAdvice } from './SheetAdvice.tsx';

const nothing: OpenBranch = { type: null, beds: '', ownServers: null, appOnPc: null, updatesEntrusted: null };

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
          <SheetAdvice choice={branch && chooseSheetFor(branch)} type={branch?.type} />
        </div>
      </div>
    </>
  );
}

function completed({ type, beds, ownServers, appOnPc, updatesEntrusted }: OpenBranch): SheetBranch | undefined {
  if (!type || !ownServers || !appOnPc) return undefined;
  const asked = bedsOf(type, beds);
  if (asked === undefined) return undefined;
  const entrusted = updatesEntrusted;
  return entrusted ? { type, beds: asked, ownServers, appOnPc, updatesEntrusted: entrusted } : undefined;
}

function bedsOf(type: SheetBranch['type'], beds: string): number | null | undefined {
  if (type !== 'clinic-with-beds' || beds.trim() === '') return null;
  const count = Number(beds.normalize('NFKC'));
  return Number.isInteger(count) && count >= 0 && count <= 9999 ? count : undefined;
}
