import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type AuditedSheet, auditedSheetSchema, auditSheetTitles } from '#core/audit/audit.ts';
import { mainSheetOf } from '#web/assessment/index.ts';
import { profileQuery } from '#web/organisation/index.ts';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { auditQuery, choicesQuery } from '../calls.ts';
import { PlanForm } from './PlanForm.tsx';
import { draftOf, newDraft } from './plan-draft.ts';

/** Plans an audit. */
export function NewAuditPage() {
  const { facilityId = '' } = useParams({ strict: false });
  return (
    <Page
      where={<Link href={`/facilities/${facilityId}/audits`}>監査</Link>}
      title="監査を計画する"
      sub="いつ、だれが、どの分野を確かめるかを決めます。人は、あとから決めてもかまいません。"
    >
      <OnceRead>
        <NewPlan facilityId={facilityId} />
      </OnceRead>
    </Page>
  );
}

const sheets = auditedSheetSchema.options.map((value) => ({ value, label: auditSheetTitles[value] }));

function NewPlan({ facilityId }: { readonly facilityId: string }) {
  const profile = useSuspenseQuery(profileQuery(facilityId)).data;
  const [sheetId, setSheetId] = useState<AuditedSheet>(() => mainSheetOf(profile));
  return (
    <>
      <RadioGroup
        label="使う点検票"
        help="経営層の点検は選べません。一人ひとりの見方で、本人だけのものだからです。経営層のことは、監査を始めてから「聞き取り」で確かめます。"
        inline
        options={sheets}
        value={sheetId}
        onChange={setSheetId}
      />
      <OnceRead>
        <FreshForm key={sheetId} {...{ facilityId, sheetId }} />
      </OnceRead>
    </>
  );
}

function FreshForm({ facilityId, sheetId }: { readonly facilityId: string; readonly sheetId: AuditedSheet }) {
  const choices = useSuspenseQuery(choicesQuery(facilityId, sheetId)).data;
  return <PlanForm {...{ facilityId, choices }} standing={undefined} first={newDraft(sheetId, choices)} />;
}

/** Changes the plan of an audit. */
export function EditAuditPage() {
  const { facilityId = '', auditId = '' } = useParams({ strict: false });
  return (
    <OnceRead>
      <EditPlan {...{ facilityId, auditId }} />
    </OnceRead>
  );
}

function EditPlan({ facilityId, auditId }: { readonly facilityId: string; readonly auditId: string }) {
  const audit = useSuspenseQuery(auditQuery({ facilityId, auditId })).data;
  const choices = useSuspenseQuery(choicesQuery(facilityId, audit.sheetId)).data;
  const back = <Link href={`/facilities/${facilityId}/audits/${auditId}`}>{audit.title}</Link>;
  return (
    <Page where={back} title="監査の計画を直す">
      <PlanForm {...{ facilityId, choices }} standing={audit} first={draftOf(audit, choices)} />
    </Page>
  );
}
