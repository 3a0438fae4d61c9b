import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Day } from '#web/ui/Day.tsx';
import { useAnswering } from '../answering.ts';
import { valueWords } from '../item/value-words.ts';

/** That the run is submitted, and what came too late for it. */
export function SubmittedNote() {
  const { run } = useAnswering();
  if (run.purpose === 'audit') {
    return (
      <>
        <Callout tone="note" title="報告済みの監査です。回答と結論は変えられません。" />
        <LeftOver />
      </>
    );
  }
  return (
    <>
      <Callout tone="note" title="提出済みのため、回答は変えられません">
        {run.submittedAt && (
          <>
            提出：
            <Day at={new Date(run.submittedAt)} />。
          </>
        )}
        {run.sheetId === 'executive'
          ? '直すときは、あなたが提出を取り消します。'
          : '直すときは、安全管理責任者が提出を取り消します。'}
      </Callout>
      <LeftOver />
    </>
  );
}

/** Changes that came too late: shown so that they can be kept elsewhere before they are thrown away. */
function LeftOver() {
  const { autosave, sheet } = useAnswering();
  const drafts = [...autosave.drafts()];
  if (drafts.length === 0) return null;
  return (
    <Callout
      tone="danger"
      announce
      title={`あなたの回答${drafts.length}件は、保存する前に点検が提出されました`}
      action={
        <Button
          size="small"
          onPress={() => {
            for (const [item] of drafts) autosave.drop(item);
          }}
        >
          この{drafts.length}件を捨てる
        </Button>
      }
    >
      提出が取り消されれば、開いたときに自動で保存します。
      <ul className="list-disc pl-5">
        {drafts.map(([item, { value, note }]) => (
          <li key={item}>
            {item}：{valueWords(value, sheet.scale)}
            {note && `　メモ：${note}`}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
