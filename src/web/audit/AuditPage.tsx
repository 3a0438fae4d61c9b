import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { auditKindTitles } from '#core/audit/audit-kind.ts';
import { may } from '#core/identity/role.ts';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { useSession } from '#web/identity/index.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { CheckSheet } from './CheckSheet.tsx';
import { auditQuery } from './calls.ts';
import { PlanFacts } from './PlanFacts.tsx';
import { StateTag } from './StateTag.tsx';
import { Team } from './Team.tsx';

/** One audit: its plan and team, its check sheet, and what came of it. */
export function AuditPage() {
  const { facilityId = '', auditId = '' } = useParams({ strict: false });
  return (
    <OnceRead>
      <OneAudit {...{ facilityId, auditId }} />
    </OnceRead>
  );
}

function OneAudit({ facilityId, auditId }: { readonly facilityId: string; readonly auditId: string }) {
  const audit = useSuspenseQuery(auditQuery({ facilityId, auditId })).data;
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const at = `/facilities/${facilityId}/audits`;
  const edits = may(roles, 'audit.plan') && audit.reportedAt === null;
  return (
    <Page
      where={<Link href={at}>監査</Link>}
      title={audit.title}
      sub={
        <>
          {yearTitle(audit.fiscalYear)}・{auditKindTitles[audit.kind]}　<StateTag state={audit.state} />
        </>
      }
      action={edits && <ButtonLink href={`${at}/${auditId}/plan`}>計画を直す</ButtonLink>}
    >
      <Card title="点検票">
        <CheckSheet {...{ facilityId, audit }} />
      </Card>
      <Card title="計画">
        <PlanFacts audit={audit} />
      </Card>
      <Card title="監査する人">
        <Team audit={audit} />
      </Card>
    </Page>
  );
}
