import { decisionNumber } from '#core/plan/decision/decision.ts';
import { costWords, dayText } from '#core/plan/decision/decision-sheet.ts';
import { Card } from '#web/ui/Card.tsx';
import type { ShownRequest } from '../decision-calls.ts';
import { Choices } from './Choices.tsx';
import type { Deciding } from './use-decision.ts';

type WaitingProps = {
  readonly requests: readonly ShownRequest[];
  readonly onDecide: ((deciding: Deciding) => void) | undefined;
};

/** What was put off, by the day it comes back. */
export function Waiting({ requests, onDecide }: WaitingProps) {
  if (requests.length === 0) return null;
  return (
    <Card title="先に延ばしたもの" aside="その日に、「今決めること」に戻ります">
      <ul>
        {requests.map((request) => (
          <li
            key={request.id}
            data-print="whole"
            className="border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0"
          >
            <Put request={request} />
            {onDecide && (
              <div className="mt-2 flex flex-wrap gap-2 print:hidden">
                <Choices request={request} onDecide={onDecide} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Put({ request: { title, cost, decisions } }: { readonly request: ShownRequest }) {
  const last = decisions.at(-1);
  return (
    <>
      <h3 className="font-700">{title}</h3>
      <p className="text-help text-solid-gray-700">
        {last?.until && <span className="text-solid-gray-900">{dayText(last.until)}に、もう一度</span>}
        ・費用 {costWords(cost)}
        {last && `・${decisionNumber(last)}`}
      </p>
      {last?.reason && <p className="text-help">{last.reason}</p>}
    </>
  );
}
