import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { countItems } from '#core/compliance/checklist.ts';
import { doubtsOf, noticeSentence } from '#core/compliance/form-document.ts';
import { fiscalYearLabel, japaneseDate } from '#core/kernel/fiscal-year.ts';
import { Callout } from '#web/ui/Callout.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { unbroken } from '#web/ui/unbroken.ts';
import { ChecklistActions } from './ChecklistActions.tsx';
import { ChecklistSections } from './ChecklistSections.tsx';
import { type ChecklistView, checklistQuery } from './calls.ts';
import { OpenItems } from './OpenItems.tsx';
import { PlanSource } from './PlanSource.tsx';
import { VendorForms } from './VendorForms.tsx';

/** This year's ministry checklist of a facility: how it stands, what is open, and the form. */
export function ChecklistPage() {
  const { facilityId = '' } = useParams({ strict: false });
  return (
    <OnceRead>
      <Checklist facilityId={facilityId} />
    </OnceRead>
  );
}

function Checklist({ facilityId }: { readonly facilityId: string }) {
  const { data: checklist } = useSuspenseQuery(checklistQuery(facilityId));
  const { form, fiscalYear, run, sections } = checklist;
  return (
    <>
      <PageHead
        where={`${form.title}・${fiscalYearLabel(fiscalYear).replace(/（.*/, '')}`}
        title="チェックリスト"
        sub={`立入検査で確かめられる項目に、はい・いいえで答えます。${noticeSentence(form.notice)}`}
        action={<ChecklistActions {...{ facilityId, checklist }} />}
      />
      <div className="flex flex-col gap-5">
        <Standing checklist={checklist} />
        <Counts checklist={checklist} />
        {checklist.vendors && <VendorForms {...{ facilityId, vendors: checklist.vendors }} />}
        <OpenItems {...{ facilityId, checklist }} />
        {run && <PlanSource facilityId={facilityId} />}
        <Doubts doubts={doubtsOf(checklist)} />
        <Goals sections={sections} />
        <ChecklistSections {...{ facilityId, sections, runId: run?.id }} />
      </div>
    </>
  );
}

/** What 国の目標 is beside the day the facility has set itself, where the form names one. */
function Goals({ sections }: Pick<ChecklistView, 'sections'>) {
  if (sections.every(({ items }) => items.every(({ target }) => target === null))) return null;
  return (
    <p className="measure text-help text-solid-gray-700">
      「国の目標」は、国がその年度までに「はい」にするよう求めている年度です。「目標日」は、「いいえ」の項目をいつまでに「はい」にするか、この施設が決めた日です。
    </p>
  );
}

function Doubts({ doubts }: { readonly doubts: readonly string[] }) {
  if (doubts.length === 0) return null;
  return (
    <Callout tone="attention" title="この様式には、まだ原文で確かめていない所があります">
      {doubts.map((doubt) => (
        <p key={doubt}>{unbroken(doubt)}</p>
      ))}
    </Callout>
  );
}

function Standing({ checklist: { run } }: { readonly checklist: ChecklistView }) {
  if (!run) {
    return (
      <Callout tone="note" title="今年度のチェックリストは、まだ始めていません">
        自己点検を提出してあれば、その回答から考えられる答えが並びます。確かめて選ぶだけで進みます。
      </Callout>
    );
  }
  if (run.submittedAt === null) return null;
  return (
    <Callout tone="done" title={`${japaneseDate(new Date(run.submittedAt))}に提出しました`}>
      {run.submittedBy && `提出した人：${run.submittedBy}。`}直すときは、安全管理責任者が提出を取り消します。
    </Callout>
  );
}

function Counts({ checklist: { sections } }: { readonly checklist: ChecklistView }) {
  const items = sections.flatMap((section) => section.items);
  const { yes, no, open, aside } = countItems(items);
  const unknown = items.filter(({ state }) => state === 'unknown').length;
  return (
    <div className="grid grid-cols-3 gap-3 wide:gap-5">
      <Figure title="はい" figure={String(yes)} unit="項目" />
      <Figure title="いいえ" figure={String(no)} unit="項目">
        {unknown > 0 && `うち分からない${unknown}項目`}
      </Figure>
      <Figure title="未回答" figure={String(open)} unit="項目">
        {aside > 0 && `ほかに記入の要らない${aside}項目`}
      </Figure>
    </div>
  );
}
