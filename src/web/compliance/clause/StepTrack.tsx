import {
  type ClauseState,
  clauseStateTitles,
  clauseSteps,
  clauseStepTitles,
} from '#core/compliance/clause/clause-cycle.ts';

/** How far a clause has come in its round: four places, those done filled; the words say it too. */
export function StepTrack({ state }: { readonly state: ClauseState }) {
  const done = state === 'not-begun' ? 0 : clauseSteps.indexOf(state) + 1;
  return (
    <span className="inline-flex items-center gap-2 text-help whitespace-nowrap">
      <span aria-hidden="true" className="inline-flex gap-0.5">
        {clauseSteps.map((step, index) => (
          <span
            key={step}
            title={clauseStepTitles[step]}
            className={`h-2.5 w-5 rounded-4 ${index >= done ? 'bg-solid-gray-200' : done === 4 ? 'bg-green-800' : 'bg-blue-900'}`}
          />
        ))}
      </span>
      {clauseStateTitles[state]}
    </span>
  );
}
