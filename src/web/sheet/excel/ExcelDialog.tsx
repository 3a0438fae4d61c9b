import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useAnswering } from '../answering.ts';
import { QuietButton } from '../QuietButton.tsx';
import { TakenReport } from './TakenReport.tsx';
import { TakeWorkbook } from './TakeWorkbook.tsx';
import { useDownload } from './use-download.ts';
import { useTakeWorkbook } from './use-take-workbook.ts';

/** The sheet as Excel: out, filled as far as it is, and in again. */
export function ExcelDialog({ onClose }: { readonly onClose: () => void }) {
  const { run, savings } = useAnswering();
  const taking = useTakeWorkbook();
  const { taken } = taking;
  const choosing = taken?.conflicts.some(({ current }) => savings.get(current.itemId)?.state === 'conflict');
  const { download, pending, fault } = useDownload('xlsx');
  const csv = useDownload('csv');
  const answers = run.may.answer.length > 0;
  const title = answers ? 'Excelで答える' : 'Excelで受け取る';
  return (
    <Dialog open onClose={onClose} title={title} actions={<Button onPress={onClose}>閉じる</Button>}>
      {taken && choosing && <TakenReport taken={taken} />}
      {!choosing && (
        <ol className="flex flex-col gap-5">
          <li>
            {answers && <p className="font-700">1. 点検票を受け取る</p>}
            <p className="mb-2 text-help text-solid-gray-700">
              ここまでの回答が入っています。
              {answers && '「回答」の欄を一覧から選び、要れば「メモ」に書いて保存します。'}
            </p>
            <Button icon="download" onPress={download} pending={pending ? '作っています…' : undefined}>
              Excelを受け取る
            </Button>
            <p className="mt-2 text-help text-solid-gray-700">
              <QuietButton onPress={csv.download}>回答だけをCSVで受け取る</QuietButton>
            </p>
            {(fault || csv.fault) && (
              <p role="alert" className="mt-2 text-help font-700 text-red-900">
                受け取れませんでした。{fault || csv.fault}
              </p>
            )}
          </li>
          {answers && (
            <li>
              <p className="font-700">2. 記入した点検票を取り込む</p>
              <TakeWorkbook taking={taking} />
            </li>
          )}
        </ol>
      )}
    </Dialog>
  );
}
