import type { NetworkStepLine } from '#core/assessment/report/network-part.ts';
import { Effort } from './Effort.tsx';

/** What brings the network to the next level, in the order to do it. */
export function NetworkSteps({ steps }: { readonly steps: readonly NetworkStepLine[] }) {
  if (steps.length === 0) return <p>最も高い段階です。変更のたびに構成図と記録を直し、この状態を保ってください。</p>;
  return (
    <ol className="divide-y divide-solid-gray-100 border-t border-solid-gray-100">
      {steps.map((step, place) => (
        <StepLine key={step.measure} step={step} place={place + 1} />
      ))}
    </ol>
  );
}

function StepLine({ step, place }: { readonly step: NetworkStepLine; readonly place: number }) {
  const { action, title, optional, sets, before, amongFirst } = step;
  return (
    <li data-print="whole" className="flex gap-3 py-3">
      <span className="flex size-7 shrink-0 items-center justify-center rounded-full bg-blue-50 font-700 tabular-nums text-blue-1000">
        {place}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-x-6 gap-y-2 wide:flex-row wide:items-start wide:justify-between print:flex-row print:items-start print:justify-between">
        <div className="min-w-0 flex-1">
          <p className="font-700">
            {action}
            {optional && <span className="font-400">（任意）</span>}
          </p>
          <p className="text-help text-solid-gray-700">
            {title !== action && `対策「${title}」。`}
            {sets.length > 0 ? `${sets.join('・')} が「はい」になります。` : '次の手の準備です。'}
            {amongFirst && '最初に取り組む対策のなかにもある、同じ作業です。'}
          </p>
          {before.map(({ id, title: first }) => (
            <p key={id} className="text-help">
              <span className="font-700">先に要ること：</span>
              {first || id}
            </p>
          ))}
        </div>
        <Effort {...step} />
      </div>
    </li>
  );
}
