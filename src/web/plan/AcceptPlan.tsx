import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { type AskedPlan, type PlanView, plans } from './calls.ts';

type AcceptPlanProps = {
  readonly plan: PlanView;
  readonly asked: AskedPlan;
  /** Whether the form asks for something else by now: what one sees above is not what would be adopted. */
  readonly outdated: boolean;
};

/** Makes tasks of the measures shown. */
export function AcceptPlan({ plan, asked, outdated }: AcceptPlanProps) {
  const { facilityId, runId, fiscalYear, ...wish } = asked;
  const client = useQueryClient();
  const act = useMutation(
    plans.acceptPlan.mutationOptions({ onSuccess: () => client.invalidateQueries({ queryKey: plans.key() }) }),
  );
  const { schedule, status, gap } = plan;
  const measures = schedule.map(({ id, quarter }) => ({ id, quarter }));
  const kept = status === 'infeasible' ? {} : { plan: { ...wish, status, gap } };
  return (
    <div className="print:hidden">
      <Card title="この計画で進める">
        <div className="flex flex-col items-start gap-3">
          {act.data ? (
            <>
              <p role="status">
                {act.data.added}件を取り組みにしました。
                {act.data.standing > 0 && `${act.data.standing}件は、もう取り組みにあります。`}
              </p>
              <ButtonLink look="primary" href={`/facilities/${facilityId}/tasks`}>
                取り組みを見る
              </ButtonLink>
            </>
          ) : (
            <>
              <p className="text-help">
                {outdated
                  ? '条件が変わったので、この計画は取り組みにできません。もう一度「対策を選ぶ」を押してください。'
                  : '選んだ対策を、時期・費用つきの取り組みにします。担当と期限は、そのあとで決められます。'}
              </p>
              <Button
                look="primary"
                disabled={outdated}
                pending={act.isPending ? '作っています' : undefined}
                onPress={() => act.mutate({ facilityId, runId, fiscalYear, measures, ...kept })}
              >
                この計画を取り組みにする
              </Button>
            </>
          )}
          <RefusalNote error={act.error} title="取り組みにできませんでした" />
        </div>
      </Card>
    </div>
  );
}
