import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { openItems } from '#core/compliance/checklist.ts';
import { earlierNote, unproven, yearNote } from '#core/compliance/inspection/inspection.ts';
import { may } from '#core/identity/role.ts';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { useSession } from '#web/identity/index.ts';
import { Callout } from '#web/ui/Callout.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Select } from '#web/ui/Select.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { type InspectedYear, type InspectionView, inspectionQuery } from '../calls.ts';
import { AskedParts } from './AskedParts.tsx';
import { InCharge } from './InCharge.tsx';
import { InspectedForms } from './InspectedForms.tsx';
import { InspectedRegulations } from './InspectedRegulations.tsx';
import { ProvingFiles } from './ProvingFiles.tsx';
import { StillMissing } from './StillMissing.tsx';
import { TakeInspection } from './TakeInspection.tsx';

const words = {
  title: '立入検査',
  sub: '立入検査で示すものを、ひとまとめにして受け取ります。チェックリスト、事業者の様式、規程・方針、証跡、担当する人は、まもりに今あるものから作ります。',
};

/** What is laid before an inspection: what is in it, what is missing, and the button that takes it. */
export function InspectionPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const [earlier, setEarlier] = useState<number>();
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  if (!may(roles, 'inspection.take')) {
    return (
      <Page {...words}>
        <Callout tone="attention" title="立入検査の一式を受け取れる役割ではありません">
          受け取れるのは、経営層、医療情報システム安全管理責任者、企画管理者、施設の管理者です。
        </Callout>
      </Page>
    );
  }
  return (
    <OnceRead>
      <Inspection of={{ facilityId, ...(earlier && { fiscalYear: earlier }) }} onYear={setEarlier} />
    </OnceRead>
  );
}

type InspectionProps = {
  readonly of: InspectedYear;
  /** Undefined for this fiscal year. */
  readonly onYear: (earlier: number | undefined) => void;
};

function Inspection({ of, onYear }: InspectionProps) {
  const { facilityId } = of;
  const { data } = useSuspenseQuery(inspectionQuery(of));
  const [thisYear] = data.years;
  const choose = (year: string) => onYear(Number(year) === thisYear ? undefined : Number(year));
  const earlier = earlierNote(data);
  const note = yearNote(data.checklist.fiscalYear, data.fiscalYear);
  return (
    <Page {...words} action={<TakeInspection of={of} />}>
      {data.years.length > 1 && (
        <div className="max-w-60 print:hidden">
          <Select
            label="年度"
            options={data.years.map((year) => ({ value: String(year), label: yearTitle(year) }))}
            value={String(data.fiscalYear)}
            onChange={choose}
          />
        </div>
      )}
      {earlier !== null && (
        <Callout tone="note" title={`${yearTitle(data.fiscalYear)}の一式です`}>
          {earlier}
        </Callout>
      )}
      {note !== null && (
        <Callout tone="attention" title={`チェックリストは、${note}`}>
          今年度のチェックリストを提出すると、今年度のものに替わります。
        </Callout>
      )}
      <Figures inspection={data} />
      <StillMissing {...{ facilityId, inspection: data }} />
      <InCharge inCharge={data.inCharge} />
      <InspectedForms {...{ facilityId, vendorForms: data.vendorForms, fiscalYear: data.fiscalYear }} />
      <InspectedRegulations {...{ facilityId, regulations: data.regulations }} />
      <ProvingFiles files={data.files} />
      <AskedParts facilityId={facilityId} inspection={data} />
    </Page>
  );
}

function Figures({ inspection: { checklist, files } }: { readonly inspection: InspectionView }) {
  const open = openItems(checklist.sections);
  const late = open.filter((item) => item.late).length;
  return (
    <div className="grid grid-cols-3 gap-3 wide:gap-5">
      <Figure title="「はい」にする項目" figure={String(open.length)} unit="項目">
        {late > 0 && `目標日を過ぎた ${late}`}
      </Figure>
      <Figure title="証跡のファイル" figure={String(files.length)} unit="件" />
      <Figure title="証跡のない「はい」" figure={String(unproven(checklist.sections, files).length)} unit="項目" />
    </div>
  );
}
