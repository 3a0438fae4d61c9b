import { useParams } from '@tanstack/react-router';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import { assessmentSteps, isUnderWay } from './assessment-steps.ts';
import { type Facts, isStaffOnly } from './facts.ts';
import { nextTasks } from './next-tasks.ts';
import { Picture } from './Picture.tsx';
import { StepsRow } from './StepsRow.tsx';
import { shortStep } from './short-step.ts';
import { TaskButton } from './TaskButton.tsx';
import { TaskList } from './TaskList.tsx';
import { useFacts } from './use-facts.ts';

export function HomePage() {
  const { facilityId } = useParams({ strict: false });
  const facts = useFacts(facilityId ?? '');
  return isStaffOnly(facts.person.roles) ? <StaffHome facts={facts} /> : <Home facts={facts} />;
}

function Home({ facts }: { readonly facts: Facts }) {
  const tasks = nextTasks(facts);
  const [first] = tasks;
  return (
    <>
      <PageHead
        title={`${yearTitle(facts.fiscalYear)}の流れ`}
        sub="次にすることと、今年度の進み具合です。"
        action={first && <TaskButton task={first} facilityId={facts.facilityId} primary />}
      />
      <div className="flex flex-col gap-5">
        <StepsRow label="今年度の流れ" steps={facts.year.map(shortStep)} />
        {isUnderWay(facts) && <StepsRow titled label="自己点検の進み具合" steps={assessmentSteps(facts)} />}
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_21.25rem]">
          <TaskList
            tasks={tasks}
            facilityId={facts.facilityId}
            empty="今、あなたがすることはありません。新しいことが起きると、ここに出ます。"
          />
          <Picture facts={facts} />
        </div>
      </div>
    </>
  );
}

function StaffHome({ facts }: { readonly facts: Facts }) {
  const tasks = nextTasks(facts);
  const [first] = tasks;
  return (
    <>
      <PageHead
        title="あなたの担当"
        sub="割り当てられた分野だけに答えます。分からない所は「分からない」を選べます。"
        action={first && <TaskButton task={first} facilityId={facts.facilityId} primary />}
      />
      <TaskList
        tasks={tasks}
        facilityId={facts.facilityId}
        empty="今、あなたの担当で残っている設問はありません。担当が決まると、ここに出ます。"
      />
    </>
  );
}
