import type { Report } from '#core/assessment/report.ts';
import { PrintFoot } from '#web/ui/PrintFoot.tsx';
import { unbroken } from '#web/ui/unbroken.ts';

type SourceNoteProps = { readonly report: Report; readonly whose: string };

/** What the questions rest on and in which version; a short form stands at the foot of every printed page. */
export function SourceNote({ report: { sheet, dateLine }, whose }: SourceNoteProps) {
  return (
    <div className="flex flex-col gap-1 text-note text-solid-gray-700 *:measure">
      <PrintFoot words={`${whose}　${dateLine}　${sheet.title} 第${sheet.version}版（${sheet.notice}）`} />
      <p>
        {unbroken(
          `${sheet.notice}「${sheet.title}」第${sheet.version}版（${sheet.description}）・判定の決まり 第${sheet.rulesVersion}版`,
        )}
      </p>
      <p>{unbroken(`もとにした文書：${sheet.basis.join('、')}`)}</p>
    </div>
  );
}
