import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { personDaysText } from '#core/assessment/cost.ts';
import { may } from '#core/identity/role.ts';
import { fiscalYearOf, yearTitle } from '#core/kernel/fiscal-year.ts';
import { yenText } from '#core/plan/plan-words.ts';
import type { Task } from '#core/plan/task.ts';
import { countOf, type TaskSum, taskTotals } from '#core/plan/task-summary.ts';
import { useSession } from '#web/identity/index.ts';
import { runsQuery } from '#web/sheet/index.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { type TaskFilter, taskSumsQuery } from '../calls.ts';
import { AcceptedPlans } from './AcceptedPlans.tsx';
import { AreaBudgets } from './AreaBudgets.tsx';
import { CarryOver } from './CarryOver.tsx';
import { RecurringTasks } from './RecurringTasks.tsx';
import { TaskDialog } from './TaskDialog.tsx';
import { TaskFilters } from './TaskFilters.tsx';
import { TaskBoard, TaskList, type View } from './TaskViews.tsx';
import { Timeline } from './Timeline.tsx';

const views = [
  { value: 'timeline', label: '時期ごと' },
  { value: 'board', label: '状態ごと' },
  { value: 'list', label: '期限の順' },
] as const;

/** What the facility has set itself to do in a fiscal year. */
export function TasksPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const [fiscalYear, setFiscalYear] = useState(() => fiscalYearOf(new Date()));
  const [open, setOpen] = useState<{ readonly task: Task | undefined }>();
  const changes = may(roles, 'task.change');
  return (
    <>
      <PageHead
        title="取り組み"
        sub="計画した対策と、そのほかにすることを並べます。担当・期限・費用を決め、終わったら、取り組みを直して「終わった」にします。"
        action={
          changes && (
            <Button look="primary" onPress={() => setOpen({ task: undefined })}>
              取り組みを加える
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-5">
        <YearChoice value={fiscalYear} onChange={setFiscalYear} />
        {changes && <CarryOver {...{ facilityId, fiscalYear }} />}
        {changes && fiscalYear >= fiscalYearOf(new Date()) && <RecurringTasks {...{ facilityId, fiscalYear }} />}
        <OnceRead>
          <Tasks {...{ facilityId, fiscalYear }} onEdit={changes ? (task) => setOpen({ task }) : undefined} />
        </OnceRead>
      </div>
      {open && <TaskDialog {...{ facilityId, fiscalYear, task: open.task }} onClose={() => setOpen(undefined)} />}
    </>
  );
}

type YearChoiceProps = { readonly value: number; readonly onChange: (year: number) => void };

function YearChoice({ value, onChange }: YearChoiceProps) {
  const current = fiscalYearOf(new Date());
  const years = [current - 1, current, current + 1].map((year) => ({
    value: String(year),
    label: yearTitle(year),
  }));
  return (
    <RadioGroup label="年度" inline options={years} value={String(value)} onChange={(year) => onChange(Number(year))} />
  );
}

type TasksProps = {
  readonly facilityId: string;
  readonly fiscalYear: number;
  readonly onEdit: ((task: Task) => void) | undefined;
};

function Tasks({ facilityId, fiscalYear, onEdit }: TasksProps) {
  const { data: sums } = useSuspenseQuery(taskSumsQuery(facilityId, fiscalYear));
  const [filter, setFilter] = useState<TaskFilter>({});
  const [view, setView] = useState<View>('timeline');
  if (countOf(sums) === 0) return <NoTasks facilityId={facilityId} changes={onEdit !== undefined} />;
  return (
    <>
      <Totals sums={sums} />
      <RadioGroup label="並べ方" inline options={views} value={view} onChange={setView} />
      <TaskFilters {...{ facilityId, sums, filter }} onFilter={setFilter} />
      <OnceRead>
        <Looked {...{ facilityId, fiscalYear, filter, view, onEdit }} />
      </OnceRead>
      <AreaBudgets sums={sums} />
      <AcceptedPlans {...{ facilityId, fiscalYear }} />
    </>
  );
}

type LookedProps = TasksProps & { readonly filter: TaskFilter; readonly view: View };

/** The tasks that are looked at, as they are to be laid. */
function Looked({ facilityId, fiscalYear, filter, view, onEdit }: LookedProps) {
  const { data: sums } = useSuspenseQuery(taskSumsQuery(facilityId, fiscalYear, filter));
  if (countOf(sums) === 0) return <p>当てはまる取り組みはありません。</p>;
  const laid = { facilityId, sums, onEdit, asked: { fiscalYear, ...filter } };
  if (view === 'list') return <TaskList {...laid} />;
  return view === 'board' ? <TaskBoard {...laid} /> : <Timeline {...laid} fiscalYear={fiscalYear} />;
}

/** Sheets whose areas have measures. */
const planSheets: readonly string[] = ['hospital', 'small-facility'];

function NoTasks({ facilityId, changes }: { readonly facilityId: string; readonly changes: boolean }) {
  const { data: runs = [] } = useQuery({ ...runsQuery(facilityId), enabled: changes });
  const planned = runs.find(({ status, sheetId }) => status === 'submitted' && planSheets.includes(sheetId));
  const title = 'この年度の取り組みは、まだありません';
  if (!changes) return <EmptyState title={title}>計画を立てた人が取り組みにすると、ここに並びます。</EmptyState>;
  return (
    <EmptyState
      title={title}
      action={
        planned ? (
          <ButtonLink href={`/facilities/${facilityId}/runs/${planned.id}/plan`}>対策の計画を立てる</ButtonLink>
        ) : (
          <ButtonLink href={`/facilities/${facilityId}/runs`}>自己点検を開く</ButtonLink>
        )
      }
    >
      {planned ? '提出した点検から計画を立てて' : '点検を提出すると、対策の計画を立てて'}
      取り組みにできます。「取り組みを加える」で、1つずつ加えることもできます。
    </EmptyState>
  );
}

function Totals({ sums }: { readonly sums: readonly TaskSum[] }) {
  const { planned, spent, personDays, done, all } = taskTotals(sums);
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 wide:gap-5">
      <Figure title="終わった取り組み" figure={String(done)} unit={`/ ${all}件`} />
      <Figure title="使った費用" figure={yenText(spent)}>
        予定：{yenText(planned)}
      </Figure>
      <Figure title="手間" figure={personDaysText(personDays)}>
        やめたものは数えません
      </Figure>
    </div>
  );
}
