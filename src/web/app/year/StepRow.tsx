import { type YearStepId, yearStepClauses, yearStepTitles } from '#core/app/year/year-step.ts';
import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import { Button } from '#web/ui/Button.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { ShownStep } from './queries.ts';
import { stepBars, stepMeanings, stepStateTitle, stepTones } from './step-words.ts';

const clauseOf = (step: YearStepId): string | undefined =>
  Object.entries(yearStepClauses).find(([id]) => id === step)?.[1];

/** Where a step is worked on, below the facility. */
export function pathOf(step: YearStepId): string {
  if (step === 'audit') return 'audits';
  const clause = clauseOf(step);
  if (clause !== undefined) return `clauses/${clause}`;
  return step === 'assess' ? 'runs' : 'tasks';
}

type StepRowProps = {
  readonly facilityId: string;
  readonly step: ShownStep;
  /** Undefined for whoever may not set the day. */
  readonly choose: ((step: ShownStep) => void) | undefined;
};

/** One step of the year: what it is, how it stands, by when. */
export function StepRow({ facilityId, step, choose }: StepRowProps) {
  const { id, state, words, dueOn, suggested } = step;
  const title = yearStepTitles[id];
  return (
    <li
      data-print="whole"
      className="grid grid-cols-[auto_1fr] items-start gap-x-4 gap-y-2 border-t border-solid-gray-100 py-4 first:border-t-0 first:pt-0 last:pb-0 sm:grid-cols-[auto_1fr_auto]"
    >
      <span aria-hidden="true" className={`mt-1 h-10 w-1.5 rounded-full ${stepBars[state]}`} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-700">
          <Link href={`/facilities/${facilityId}/${pathOf(id)}`}>{title}</Link>
          <Tag tone={stepTones[state]}>{stepStateTitle(step)}</Tag>
          <span className="font-400 tabular-nums">{words}</span>
        </p>
        <p className="measure mt-1 text-help text-solid-gray-700">{stepMeanings[id]}</p>
      </div>
      <div className="col-start-2 flex flex-wrap items-center gap-x-3 gap-y-1 sm:col-start-3 sm:flex-col sm:items-end">
        <span className="text-help tabular-nums">
          {japaneseDay(dueOn)}まで{suggested && '（目安）'}
        </span>
        {choose && (
          <span className="max-sm:-ml-3 sm:-mr-3">
            <Button look="quiet" size="small" onPress={() => choose(step)} label={`期限を変える：${title}`}>
              期限を変える
            </Button>
          </span>
        )}
      </div>
    </li>
  );
}
