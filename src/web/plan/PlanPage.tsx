import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { fiscalYearLabel } from '#core/kernel/fiscal-year.ts';
import { resultPageQuery } from '#web/assessment/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { PrintFoot } from '#web/ui/PrintFoot.tsx';
import { plans } from './calls.ts';
import { PlanShown } from './PlanShown.tsx';
import { WishForm } from './WishForm.tsx';

/** The best measures for a submitted run with what the facility has for the year. */
export function PlanPage() {
  const { facilityId = '', runId = '' } = useParams({ strict: false });
  const path = { facilityId, runId };
  const { data: loaded } = useSuspenseQuery(resultPageQuery(path));
  const act = useMutation(plans.make.mutationOptions());
  const { sheet, run, facility } = loaded;
  const year = fiscalYearLabel(run.fiscalYear);
  return (
    <Page
      where={<Link href={`/facilities/${facilityId}/runs/${runId}/result`}>{`${sheet.title}の結果`}</Link>}
      title="対策の計画"
      sub={`${year}。予算と手間の中で、いちばん効く対策の組み合わせを計算で選びます。よければ、年度の取り組みにできます。`}
      action={
        act.data && (
          <Button icon="print" onPress={() => window.print()}>
            印刷する
          </Button>
        )
      }
    >
      <p className="print:hidden">
        <Link href={`/facilities/${facilityId}/runs/${runId}/plan/costs`}>対策の費用を、この施設の金額に直す</Link>
      </p>
      <PrintFoot words={`対策の計画　${sheet.title}　${facility}　${year}`} />
      {run.status === 'submitted' ? (
        <WishForm
          sheet={sheet}
          pending={act.isPending}
          error={act.error}
          onAsk={(wish) => act.mutate({ ...path, ...wish })}
        />
      ) : (
        <Callout tone="attention" title="計画は、提出ずみの点検から立てます。">
          先に点検を提出してください。
        </Callout>
      )}
      {act.data && act.variables && !act.isPending && (
        <PlanShown sheet={sheet} network={loaded.network?.sheet} plan={act.data} asked={act.variables} />
      )}
    </Page>
  );
}
