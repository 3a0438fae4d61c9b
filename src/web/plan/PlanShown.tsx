import { useEffect, useRef } from 'react';
import { personDaysText } from '#core/assessment/cost.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { beginningText, isFound, lowestText, planLead, yenText } from '#core/plan/plan-words.ts';
import { proofText } from '#core/plan/proof-words.ts';
import { shortageLines } from '#core/plan/shortage-words.ts';
import { Callout } from '#web/ui/Callout.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { AcceptPlan } from './AcceptPlan.tsx';
import { AreasAfter } from './AreasAfter.tsx';
import { ChosenMeasures } from './ChosenMeasures.tsx';
import type { AskedPlan, PlanView } from './calls.ts';
import { LeftOutMeasures } from './LeftOutMeasures.tsx';
import { LittleMore } from './LittleMore.tsx';
import { Quarters } from './Quarters.tsx';

type PlanShownProps = {
  readonly sheet: Sheet;
  readonly network: Sheet | undefined;
  readonly plan: PlanView;
  /** What was asked for. */
  readonly asked: AskedPlan;
  /** Whether the form asks for something else by now. */
  readonly outdated: boolean;
};

/** The plan: what it brings in one sentence, the figures, the measures with what each raises, and why the others are not in it. */
export function PlanShown({ sheet, network, plan, asked, outdated }: PlanShownProps) {
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => head.current?.focus(), []);
  const found = isFound(plan);
  return (
    <>
      {outdated && (
        <Callout tone="attention" announce title="条件が変わりました">
          もう一度「対策を選ぶ」を押してください。下は、前の条件で選んだ計画です。
        </Callout>
      )}
      <div ref={head} tabIndex={-1} className="unringed scroll-mt-20">
        <Callout tone={found ? 'note' : 'attention'} announce title={planLead(plan)}>
          {found ? proofText(plan) : <Shortage {...{ sheet, network, plan }} excludes={asked.excluded.length > 0} />}
          {plan.established > 0 && <p>{beginningText(plan.established)}</p>}
        </Callout>
      </div>
      {found && (
        <>
          <Figures plan={plan} />
          {plan.chosen.length > 0 && <Quarters plan={plan} />}
          {plan.chosen.length > 0 && <ChosenMeasures {...{ sheet, network, plan }} begun={asked.begun} />}
          {plan.chosen.length > 0 && <AcceptPlan {...{ plan, asked, outdated }} />}
          <LittleMore asked={asked} />
          {plan.areas.length > 0 && <AreasAfter {...{ sheet, plan }} />}
          <LeftOutMeasures {...{ sheet, plan }} />
        </>
      )}
    </>
  );
}

type ShortageProps = Pick<PlanShownProps, 'sheet' | 'network' | 'plan'> & { readonly excludes: boolean };

function Shortage({ sheet, network, plan, excludes }: ShortageProps) {
  const sheets = network ? [sheet, network] : [sheet];
  return [proofText(plan), ...shortageLines(plan, { sheets, excludes })]
    .filter(Boolean)
    .map((line) => <p key={line}>{line}</p>);
}

function Figures({ plan: { cost, personDays, limits, areas, networkLevel } }: { readonly plan: PlanView }) {
  return (
    <div className="grid grid-cols-2 gap-3 wide:auto-cols-fr wide:grid-flow-col wide:gap-5 print:auto-cols-fr print:grid-flow-col print:grid-cols-none">
      <Figure title="1年目の費用" figure={yenText(cost)}>
        予算：{yenText(limits.budget.given)}
      </Figure>
      <Figure title="1年目の手間" figure={personDaysText(personDays)}>
        使える手間：{personDaysText(limits.personDays.given)}
      </Figure>
      {areas.length > 0 && (
        <Figure title="いちばん低い分野" figure={lowestText(areas.map(({ after }) => after))} unit="/ 3点">
          今は {lowestText(areas.map(({ before }) => before))}点
        </Figure>
      )}
      <Figure title="院内ネットワーク" figure={networkLevel ? `レベル${networkLevel.after}` : '－'}>
        {networkLevel ? `今はレベル${networkLevel.before}` : 'ネットワークの点検を提出すると、計画に入ります'}
      </Figure>
    </div>
  );
}
