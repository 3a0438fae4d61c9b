import type { StepState, YearStep } from './year-steps.ts';

const bars: Readonly<Record<StepState, string>> = {
  done: 'bg-green-800',
  now: 'bg-blue-900',
  attention: 'bg-orange-800',
  later: 'bg-solid-gray-420',
};
const spoken: Readonly<Record<Exclude<StepState, 'done'>, string>> = {
  now: '進行中',
  attention: '確かめてください',
  later: 'これから',
};

/** The year as a row of steps, each with its state in colour, word and number. */
export function YearSteps({ steps }: { readonly steps: readonly YearStep[] }) {
  return (
    <ol
      aria-label="今年度の流れ"
      className="grid grid-cols-2 gap-x-3 gap-y-4 rounded-12 border border-solid-gray-100 bg-white p-4 sm:grid-cols-3 sm:p-5 xl:auto-cols-fr xl:grid-flow-col xl:grid-cols-none"
    >
      {steps.map(({ title, state, words }) => (
        <li key={title}>
          <span aria-hidden="true" className={`mb-3 block h-1.5 rounded-full ${bars[state]}`} />
          <span className="block font-700">{title}</span>
          {state !== 'done' && <span className="sr-only">{spoken[state]}：</span>}
          <span className={`text-help tabular-nums ${state === 'attention' ? 'text-orange-1000' : ''}`}>
            {state === 'done' && <span className="font-700 whitespace-nowrap text-green-900">✓ 済み</span>}
            {state === 'done' && '・'}
            {words}
          </span>
        </li>
      ))}
    </ol>
  );
}
