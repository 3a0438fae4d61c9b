import type { Step, StepState } from './assessment-steps.ts';

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

type StepsRowProps = {
  readonly label: string;
  readonly steps: readonly Step[];
  /** The label is seen too. */
  readonly titled?: boolean;
};

/** Steps in a row, each with its state in colour, word and number. */
export function StepsRow({ label, steps, titled = false }: StepsRowProps) {
  if (steps.length === 0) return null;
  return (
    <div className="rounded-12 border border-solid-gray-100 bg-white p-4 sm:p-5">
      {titled && (
        <p aria-hidden="true" className="mb-3 text-help text-solid-gray-700">
          {label}
        </p>
      )}
      <ol
        aria-label={label}
        className="grid grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-3 xl:auto-cols-fr xl:grid-flow-col xl:grid-cols-none"
      >
        {steps.map(({ title, state, words }) => (
          <li key={title}>
            <span aria-hidden="true" className={`mb-3 block h-1.5 rounded-full ${bars[state]}`} />
            <span className="block font-700">{title}</span>
            {state !== 'done' && <span className="sr-only">{spoken[state]}：</span>}
            <span className={`text-help tabular-nums ${state === 'attention' ? 'text-orange-1000' : ''}`}>
              {state === 'done' && <span className="whitespace-nowrap font-700 text-green-900">✓ 済み</span>}
              {state === 'done' && '・'}
              {words}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
