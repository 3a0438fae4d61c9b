import type { ReactNode } from 'react';

export type LadderRung = {
  readonly mark: string;
  readonly title: string;
  readonly note?: ReactNode;
  readonly state: 'past' | 'now' | 'next' | 'later';
};

const looks = {
  past: 'border-solid-gray-300 bg-white',
  now: 'border-2 border-blue-900 bg-blue-50',
  next: 'border-dashed border-solid-gray-536 bg-white',
  later: 'border-solid-gray-200 bg-white text-solid-gray-700',
};
const words = { past: '', now: '今ここ', next: '次の目標', later: '' };
const rises = ['@xl:mt-15', '@xl:mt-10', '@xl:mt-5', '@xl:mt-0'];

/** Levels as rising steps, four at most; where there is little room from the lowest down to the highest. */
export function StepLadder({ label, rungs }: { readonly label: string; readonly rungs: readonly LadderRung[] }) {
  return (
    <div className="@container">
      <ol aria-label={label} className="flex flex-col gap-2 @xl:grid @xl:auto-cols-fr @xl:grid-flow-col">
        {rungs.map((rung, step) => (
          <Rung key={rung.mark} rung={rung} rise={rises[step] ?? ''} />
        ))}
      </ol>
    </div>
  );
}

function Rung({ rung, rise }: { readonly rung: LadderRung; readonly rise: string }) {
  const { mark, title, note, state } = rung;
  return (
    <li
      {...(state === 'now' && { 'aria-current': 'step' as const })}
      className={`flex flex-wrap items-baseline gap-x-3 rounded-8 border px-3 py-2 @xl:block @xl:p-3 ${looks[state]} ${rise}`}
    >
      <p className={`flex flex-wrap items-baseline gap-x-2 ${state === 'now' ? 'text-blue-1000' : ''}`}>
        <span className="text-section tabular-nums">{mark}</span>
        {words[state] && <span className="text-help font-700">{words[state]}</span>}
      </p>
      <p className="text-help">{title}</p>
      {note && <div className="text-help">{note}</div>}
    </li>
  );
}
