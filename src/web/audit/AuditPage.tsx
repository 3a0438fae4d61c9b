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
import { ClausesInScope } from './ClausesInScope.tsx';
import { auditQuery, type ShownAudit } from './calls.ts';
import { Findings } from './finding/Findings.tsx';
import { Interviews } from './inquiry/Interviews.tsx';
import { Requests } from './inquiry/Requests.tsx';
import { PlanFacts } from './PlanFacts.tsx';
import { SystemsInScope } from './remark/SystemsInScope.tsx';
import { ReportCard } from './report/ReportCard.tsx';
import { VeracityCard } from './report/VeracityCard.tsx';
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
  const reported = audit.reportedAt !== null;
  const underWay = audit.begunAt !== null && !reported && audit.mine;
  const edits = may(roles, 'audit.plan') && !reported;
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
      {reported && (
        <Card title="監査の意見">
          <ReportCard {...{ facilityId, audit }} />
        </Card>
      )}
      {reported && (
        <Card title="指摘" aside={findingsAside(audit)}>
          <Findings {...{ facilityId, audit }} />
        </Card>
      )}
      {audit.veracity && audit.areas.length > 0 && <VeracityCard veracity={audit.veracity} />}
      <Card title="点検票">
        <CheckSheet {...{ facilityId, audit }} />
      </Card>
      {audit.clauses.length > 0 && (
        <Card title="対象の条項" aside="ガイドラインの記録と、つながる設問の結論">
          <ClausesInScope {...{ facilityId, audit }} />
        </Card>
      )}
      {underWay && audit.systems.length > 0 && (
        <Card title="対象のシステム" aside="所見は、報告するまで監査する人だけが見ます">
          <SystemsInScope {...{ facilityId, audit }} />
        </Card>
      )}
      {underWay && (
        <Card title="報告">
          <ReportCard {...{ facilityId, audit }} />
        </Card>
      )}
      {(audit.mine || audit.requests.length > 0) && (
        <Card title={audit.mine ? '頼んだこと' : '監査から頼まれたこと'}>
          <Requests {...{ facilityId, audit }} />
        </Card>
      )}
      {audit.mine && (
        <Card title="聞き取り" aside="監査する人だけが見ます">
          <Interviews {...{ facilityId, audit }} />
        </Card>
      )}
      <Card title="計画">
        <PlanFacts audit={audit} />
      </Card>
      <Card title="監査する人">
        <Team {...{ facilityId, audit }} />
      </Card>
    </Page>
  );
}

function findingsAside({ findings, openFindings, lateFindings }: ShownAudit): string {
  const left = openFindings > 0 ? `残り${openFindings}件` : '残りはありません';
  const good = findings.filter(({ conclusion }) => conclusion === 'good-practice').length;
  const counted = good > 0 ? `指摘${findings.length - good}件・良い点${good}件` : `${findings.length}件`;
  return `${counted}・${left}${lateFindings > 0 ? `・期限を過ぎた${lateFindings}件` : ''}`;
}
