import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { yearStepTitles } from '#core/app/year/year-step.ts';
import { may } from '#core/identity/role.ts';
import { dayInJapan, fiscalYearLabel, yearTitle } from '#core/kernel/fiscal-year.ts';
import { useSession } from '#web/identity/index.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { CalendarCard } from './CalendarCard.tsx';
import { DayDialog } from './DayDialog.tsx';
import { DueList } from './DueList.tsx';
import { type ShownStep, yearQuery } from './queries.ts';
import { pathOf, StepRow } from './StepRow.tsx';

/** The fiscal year of a facility: its seven steps with their days, and what is due next. */
export function YearPage() {
  const { facilityId = '' } = useParams({ strict: false });
  return (
    <OnceRead>
      <TheYear facilityId={facilityId} />
    </OnceRead>
  );
}

function TheYear({ facilityId }: { readonly facilityId: string }) {
  const { data } = useSuspenseQuery(yearQuery(facilityId));
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const [chosen, setChosen] = useState<ShownStep>();
  const choose = may(roles, 'year.edit') ? setChosen : undefined;
  const left = choose ? data.steps.filter(({ state }) => state !== 'done') : [];
  const next = left.find(({ state }) => state === 'late' || state === 'soon') ?? left[0];
  return (
    <>
      <PageHead
        where={fiscalYearLabel(data.fiscalYear)}
        title="1年の流れ"
        sub="点検し、計画し、取り組み、確かめ、経営層に報告する。七つの区切りがどこまで進んだかと、期限の近いことが見えます。"
        action={
          next && (
            <ButtonLink look="primary" href={`/facilities/${facilityId}/${pathOf(next.id)}`}>
              {yearStepTitles[next.id]}を進める
            </ButtonLink>
          )
        }
      />
      <div className="flex flex-col gap-5">
        <Card title={`${yearTitle(data.fiscalYear)}の七つの区切り`} aside="期限は施設で決められます">
          <ol>
            {data.steps.map((step) => (
              <StepRow key={step.id} {...{ facilityId, step, choose }} />
            ))}
          </ol>
        </Card>
        <DueList {...{ facilityId, today: dayInJapan(new Date()) }} dues={data.dues} more={data.more} />
        <CalendarCard facilityId={facilityId} />
      </div>
      {chosen && <DayDialog {...{ facilityId, step: chosen }} onClose={() => setChosen(undefined)} />}
    </>
  );
}
