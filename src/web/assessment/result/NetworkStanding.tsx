import { levelMeanings } from '#core/assessment/charts/network-ladder.ts';
import { markMeanings, type NetworkPart } from '#core/assessment/report/network-part.ts';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { type LadderRung, StepLadder } from '#web/ui/StepLadder.tsx';

/** Short words for the axes, in the order of the report. */
const axisWords = ['外部', '媒体', '院内'];
const markKey = Object.entries(markMeanings)
  .map(([mark, meaning]) => `${mark} ${meaning}`)
  .join('　');

type NetworkStandingProps = { readonly network: NetworkPart; readonly at: string | null };

/** Levels 0–3 with the one reached, the marks of its three axes and how far the next one is. */
export function NetworkStanding({ network, at }: NetworkStandingProps) {
  const { level, axes, steps, finding } = network;
  const needed = steps.filter(({ optional }) => !optional).length;
  const rungs = levelMeanings.map((title, rung): LadderRung => {
    const head = { mark: String(rung), title };
    if (rung < level) return { ...head, state: 'past' };
    if (rung === level) return { ...head, state: 'now', note: <Axes axes={axes} /> };
    return rung === level + 1 ? { ...head, state: 'next', note: `あと${needed}つ` } : { ...head, state: 'later' };
  });
  return (
    <Card
      title="院内ネットワークの段階"
      aside={
        at ? (
          <span className="print:hidden">
            <Link href={at}>ネットワークの点検を見る</Link>
          </span>
        ) : (
          'レベル0〜3'
        )
      }
    >
      <p className="sr-only">{finding}</p>
      <StepLadder label={`院内ネットワークの段階はレベル${level}`} rungs={rungs} />
      <p className="mt-3 text-help text-solid-gray-700">{markKey}</p>
    </Card>
  );
}

function Axes({ axes }: Pick<NetworkPart, 'axes'>) {
  return (
    <span className="flex flex-wrap gap-x-2">
      {axes.map(({ title, mark }, place) => (
        <span key={title} className="whitespace-nowrap">
          {axisWords[place]} {mark}
        </span>
      ))}
    </span>
  );
}
