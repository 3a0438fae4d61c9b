import { itemHref } from '#web/sheet/index.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { FileButton } from '#web/ui/FileButton.tsx';
import { runHref } from './run-href.ts';
import { type TakenSheet, useTakeSelfCheck } from './use-take-self-check.ts';

/** Answers given without an account come into this year's runs. */
export function TakeSelfCheck({ facilityId }: { readonly facilityId: string }) {
  const { mutate, data, isPending } = useTakeSelfCheck(facilityId);
  return (
    <Card title="アカウントなしで答えたファイルがある">
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <p className="measure min-w-0 flex-1 basis-80 text-help text-solid-gray-700">
            「アカウントなしで点検する」で保存したファイル（.json）を、今年度の「診療所・薬局・介護施設」と「院内ネットワークの段階」に取り込みます。すでにある答えは、断りなく変えません。
          </p>
          <FileButton accept={['.json', 'application/json']} onFile={(file) => mutate(file)}>
            ファイルを選んで取り込む
          </FileButton>
        </div>
        {isPending && <p role="status">取り込んでいます…</p>}
        {!isPending && data && 'faults' in data && <Faults faults={data.faults} />}
        {!isPending && data && 'sheets' in data && data.sheets.map((one) => <Taken key={one.path.runId} sheet={one} />)}
      </div>
    </Card>
  );
}

function Faults({ faults }: { readonly faults: readonly string[] }) {
  return (
    <Callout tone="danger" announce title="取り込めませんでした">
      <ul className="list-disc pl-5">
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </Callout>
  );
}

function Taken({ sheet: { path, sheet, taken } }: { readonly sheet: TakenSheet }) {
  const { written, unchanged, conflicts } = taken;
  const first = conflicts[0]?.current.itemId;
  const open = first !== undefined;
  return (
    <Callout
      tone={open ? 'attention' : 'done'}
      announce
      title={
        written === 0 ? `「${sheet.title}」は変わっていません` : `「${sheet.title}」に${written}問を取り込みました`
      }
      action={
        <ButtonLink size="small" href={open ? itemHref(path, sheet, first) : runHref(path)}>
          {open ? `${conflicts.length}問を選ぶ` : `「${sheet.title}」を開く`}
        </ButtonLink>
      }
    >
      {unchanged > 0 && `${unchanged}問は、すでに同じ答えでした。`}
      {open && `${conflicts.length}問は、別の答えがすでにあります。開いて、どちらを残すか選んでください。`}
    </Callout>
  );
}
