import { levelMeanings } from '#core/assessment/charts/network-ladder.ts';
import { exitWords, type StepState, type TreeStep, treeSteps, type walkTree } from '#core/assessment/network-tree.ts';

type TreeMapProps = {
  readonly states: readonly StepState[];
  readonly walk: ReturnType<typeof walkTree>;
  /** Id of what a step leads to on the page. */
  readonly anchorOf?: (step: TreeStep, place: number) => string;
};

const stepAnchor: NonNullable<TreeMapProps['anchorOf']> = (_, place) => `step-${place + 1}`;

/** The flow as a map: what was passed, where the answers stand, where they leave. */
export function TreeMap({ states, walk, anchorOf = stepAnchor }: TreeMapProps) {
  return (
    <div className="rounded-12 border border-solid-gray-100 bg-white p-4">
      <p role="status" className="mb-3">
        {walk.level === null ? (
          <>
            今は<strong>{walk.step + 1}番目</strong>の分かれ道です
          </>
        ) : (
          <>
            今の答えでは <strong className="text-section text-blue-900">レベル{walk.level}</strong>
            <span className="block text-help text-solid-gray-700">{levelMeanings[walk.level]}</span>
          </>
        )}
      </p>
      <ol>
        {treeSteps.map((step, place) => (
          <li key={step.title} className="relative pb-3 pl-9 last:pb-0">
            {place < treeSteps.length - 1 && (
              <span
                aria-hidden="true"
                className={`absolute top-6 bottom-0 left-3 w-0.5 ${place < walk.step ? 'bg-blue-900' : 'bg-solid-gray-200'}`}
              />
            )}
            <Mark place={place} state={states[place] ?? 'open'} current={place === walk.step} />
            <a href={`#${anchorOf(step, place)}`} className="block rounded-4 text-help hover:underline">
              <span className={place === walk.step ? 'font-700' : ''}>{step.title}</span>
              <span className="block text-note text-solid-gray-700">{exitWords(step)}</span>
            </a>
          </li>
        ))}
      </ol>
      <p className="mt-3 pl-9 text-note text-solid-gray-700">すべて「はい」→ レベル3</p>
    </div>
  );
}

type MarkProps = { readonly place: number; readonly state: StepState; readonly current: boolean };

function Mark({ place, state, current }: MarkProps) {
  const look = state === 'yes' || current ? 'border-blue-900 bg-blue-900 text-white' : 'border-solid-gray-536 bg-white';
  return (
    <span
      className={`absolute top-0 left-0 flex size-6 items-center justify-center rounded-full border text-note font-700 tabular-nums ${look}`}
    >
      <span aria-hidden="true">{state === 'yes' ? '✓' : place + 1}</span>
      {state === 'yes' && <span className="sr-only">すべて「はい」。</span>}
    </span>
  );
}
