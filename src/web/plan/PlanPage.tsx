import { type UseMutationResult, useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { fiscalYearLabel } from '#core/kernel/fiscal-year.ts';
import { isFound } from '#core/plan/plan-words.ts';
import { resultPageQuery } from '#web/assessment/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { PrintFoot } from '#web/ui/PrintFoot.tsx';
import { type AskedPlan, type PlanView, plans } from './calls.ts';
import { PlanShown } from './PlanShown.tsx';
import { usePlanSheet } from './use-plan-sheet.ts';
import { useWish } from './use-wish.ts';
import { WishForm } from './WishForm.tsx';
import { measureTitleOf, type WishDraft, wishOf } from './wish-draft.ts';

/** The best measures for a submitted run with what the facility has for the year. */
export function PlanPage() {
  const { facilityId = '', runId = '' } = useParams({ strict: false });
  const { data: loaded } = useSuspenseQuery(resultPageQuery({ facilityId, runId }));
  const act = useMutation(plans.make.mutationOptions());
  const { sheet, run, facility } = loaded;
  const planSheet = usePlanSheet(sheet);
  const year = fiscalYearLabel(run.fiscalYear);
  return (
    <Page
      where={<Link href={`/facilities/${facilityId}/runs/${runId}/result`}>{`${sheet.title}の結果`}</Link>}
      title="対策の計画"
      sub={`${year}。予算と手間の中で、いちばん効く対策の組み合わせを計算で選びます。よければ、年度の取り組みにできます。`}
      action={
        act.data &&
        isFound(act.data) && (
          <Button icon="print" onPress={() => window.print()}>
            印刷する
          </Button>
        )
      }
    >
      <div className="measure print:hidden">
        {planSheet !== sheet && (
          <p>対策の費用と手間の目安は、200床ほどの病院のものです。小さな施設は、下から直してください。</p>
        )}
        <Link href={`/facilities/${facilityId}/runs/${runId}/plan/costs`}>対策の費用と手間を、この施設の値に直す</Link>
      </div>
      <PrintFoot words={`対策の計画　${sheet.title}　${facility}　${year}`} />
      {run.status === 'submitted' ? (
        <Planning
          sheet={planSheet}
          network={planSheet === sheet ? loaded.network?.sheet : sheet}
          scored={planSheet === sheet}
          path={{ facilityId, runId }}
          act={act}
        />
      ) : (
        <Callout tone="attention" title="計画は、提出済みの点検から立てます">
          先に点検を提出してください。
        </Callout>
      )}
    </Page>
  );
}

type PlanningProps = {
  readonly sheet: Sheet;
  readonly network: Sheet | undefined;
  /** Whether the run has scores; of the network alone there is a level only. */
  readonly scored: boolean;
  readonly path: { readonly facilityId: string; readonly runId: string };
  readonly act: UseMutationResult<PlanView, Error, AskedPlan>;
};

/** What is asked for and the plan for it. */
function Planning({ sheet, network, scored, path, act }: PlanningProps) {
  const { draft, change, keep, isKept } = useWish(path);
  const { data: plan, variables: asked, isPending } = act;
  const isCurrent = plan !== undefined && asked !== undefined && isFound(plan) && isAsked(draft, sheet, asked);
  return (
    <>
      <WishForm
        facilityId={path.facilityId}
        sheet={sheet}
        scored={scored}
        draft={draft}
        onChange={change}
        isKept={isKept}
        pending={isPending}
        planned={isCurrent}
        error={act.error}
        onAsk={(wish) => act.mutate({ ...path, ...wish }, { onSuccess: () => keep(wish) })}
      />
      {plan && asked && !isPending && (
        <PlanShown {...{ sheet, network, plan, asked }} outdated={!isAsked(draft, sheet, asked)} />
      )}
    </>
  );
}

/** Whether what stands in the form is what the plan shown was asked for. */
function isAsked(draft: WishDraft, sheet: Sheet, asked: AskedPlan): boolean {
  const read = wishOf(draft, measureTitleOf(sheet));
  const { facilityId, runId } = asked;
  return 'wish' in read && JSON.stringify({ facilityId, runId, ...read.wish }) === JSON.stringify(asked);
}
