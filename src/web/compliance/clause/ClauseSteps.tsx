import { useState } from 'react';
import { clauseStepTitles, maySetStep, nextStep } from '#core/compliance/clause/clause-cycle.ts';
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

const waits = {
  instructed: '次は、経営層か安全管理責任者が指示します。',
  'carried-out': '次は、担当が実施したことを記録します。',
  reported: '次は、担当が経営層に報告したことを記録します。',
  'followed-up': '次は、経営層か安全管理責任者が報告を確かめます。',
} as const;

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
          <p className="text-help text-solid-gray-700">{waits[next]}</p>
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
