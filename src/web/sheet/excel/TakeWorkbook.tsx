import { Callout } from '#web/ui/Callout.tsx';
import { FileButton } from '#web/ui/FileButton.tsx';
import { FaultTable } from './FaultTable.tsx';
import { TakenReport } from './TakenReport.tsx';
import type { Taking } from './use-take-workbook.ts';

/** Picks a filled sheet and tells what came of it. */
export function TakeWorkbook({ taking: { take, taken, refusal, isPending } }: { readonly taking: Taking }) {
  return (
    <div className="flex flex-col gap-3">
      <p className="text-help text-solid-gray-700">
        変えた所だけを書き込みます。直す所が一つでもあれば、何も変えずにその場所を示します。
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <FileButton accept={['.xlsx']} onFile={take}>
          Excelを選んで取り込む
        </FileButton>
        {isPending && (
          <span role="status" className="text-help">
            取り込んでいます…
          </span>
        )}
      </div>
      {!isPending && taken && <TakenReport taken={taken} />}
      {!isPending && refusal && 'faults' in refusal && <FaultTable faults={refusal.faults} />}
      {!isPending && refusal && 'words' in refusal && (
        <Callout tone="danger" announce title="取り込めませんでした">
          回答は変わっていません。{refusal.words}
        </Callout>
      )}
    </div>
  );
}
