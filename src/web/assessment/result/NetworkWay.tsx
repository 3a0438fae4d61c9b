import type { NetworkPart } from '#core/assessment/report/network-part.ts';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { NetworkSteps } from './NetworkSteps.tsx';

type NetworkWayProps = {
  readonly network: NetworkPart;
  /** The questions nobody could answer are listed elsewhere on the page. */
  readonly unansweredListed: boolean;
};

/** How the three axes stand and what brings the network to the next level, in the order to do it. */
export function NetworkWay({ network, unansweredListed }: NetworkWayProps) {
  const { level, total, estimatedFor, steps, mediaWarning, unanswered } = network;
  return (
    <Card
      title={level < 3 ? `ネットワークをレベル${level + 1}に上げるには` : 'ネットワークの段階を保つには'}
      aside={steps.length > 0 && `あわせて ${total.cost}・${total.effort}（${estimatedFor}）`}
    >
      <div className="flex flex-col gap-4">
        <Axes network={network} />
        {mediaWarning && (
          <Callout tone="attention" title="USBなどの媒体が、まったく管理されていません">
            段階にかかわらず、媒体の決まりを1枚作ることから始めてください。
          </Callout>
        )}
        {!unansweredListed && unanswered.length > 0 && (
          <Callout tone="attention" title={`${unanswered.length}問を「いいえ」として数えています`}>
            分からない、または答えていない設問です：
            {unanswered.map(({ item, text }) => `${item}「${text}」`).join('')}
          </Callout>
        )}
        <NetworkSteps steps={steps} />
      </div>
    </Card>
  );
}

function Axes({ network }: { readonly network: NetworkPart }) {
  return (
    <ul className="grid gap-2 sm:grid-cols-3">
      {network.axes.map(({ title, mark, meaning }) => (
        <li key={title} className="flex items-center gap-3 rounded-8 bg-solid-gray-50 px-3 py-2">
          <span aria-hidden="true" className="text-page">
            {mark}
          </span>
          <span className="text-help">
            <span className="block font-700">{title}</span>
            <span className="sr-only">{mark}</span>
            {meaning}
          </span>
        </li>
      ))}
    </ul>
  );
}
