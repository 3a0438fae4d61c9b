import { useState } from 'react';
import { type ClauseStep, clauseStepTitles, maySetStep, nextStep } from '#core/compliance/clause/clause-cycle.ts';
import type { Role } from '#core/identity/role.ts';
import { japaneseMoment } from '#core/kernel/fiscal-year.ts';
import { Button } from '#web/ui/Button.tsx';
import type { ShownClause } from '../calls.ts';
import { stateOf } from './clause-words.ts';
import { StepDialog } from './StepDialog.tsx';
import { StepTrack } from './StepTrack.tsx';

type ClauseStepsProps = {
  readonly facilityId: string;
  readonly clause: ShownClause;
  readonly roles: readonly Role[];
};

function waits(next: ClauseStep, { roles }: ShownClause): string {
  const leads = roles.includes('executive') ? '経営層か安全管理責任者' : '企画管理者など';
  if (next === 'instructed') return `次は、${leads}が指示します。`;
  if (next === 'followed-up') return `次は、${leads}が報告を確かめます。`;
  if (next === 'carried-out') return '次は、担当が実施したことを記録します。';
  return `次は、担当が${roles.includes('executive') ? '経営層' : '企画管理者'}に報告したことを記録します。`;
}

/** The steps done, and the next one for whoever does it. */
export function ClauseSteps({ facilityId, clause, roles }: ClauseStepsProps) {
  const [open, setOpen] = useState(false);
  const state = stateOf(clause);
  const next = nextStep(state);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <StepTrack state={state} />
        {maySetStep(roles, next, clause) ? (
          <Button look="primary" onPress={() => setOpen(true)}>
            「{clauseStepTitles[next]}」と記録する
          </Button>
        ) : (
          <p className="text-help text-solid-gray-700">{waits(next, clause)}</p>
        )}
      </div>
      {clause.steps.length > 0 && (
        <ol className="flex flex-col gap-2">
          {clause.steps.map((step) => (
            <li key={step.id} className="rounded-8 bg-solid-gray-50 p-3">
              <p>
                <strong>{clauseStepTitles[step.step]}</strong>
                <span className="ml-3 text-help text-solid-gray-700">
                  {step.doneBy.name}・{japaneseMoment(new Date(step.doneAt))}
                </span>
              </p>
              {step.note !== '' && <p className="measure mt-1 break-words whitespace-pre-line">{step.note}</p>}
            </li>
          ))}
        </ol>
      )}
      {open && <StepDialog {...{ facilityId, clause, step: next }} onClose={() => setOpen(false)} />}
    </div>
  );
}
