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
  const { level, axes, steps, finding, proven } = network;
  const needed = steps.filter(({ optional }) => !optional).length;
  const rungs = levelMeanings.map((title, rung): LadderRung => {
    const head = { mark: String(rung), title };
    const real = proven?.level === rung && <ProvenAxes axes={proven.axes} />;
    if (rung < level) return { ...head, state: 'past', note: real };
    if (rung === level) return { ...head, state: 'now', note: [<Axes key="now" axes={axes} />, real] };
    const away = rung === level + 1 && `あと${needed}つ`;
    return { ...head, state: away ? 'next' : 'later', note: real || away };
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

/** The axes by what audits and drills established, at the level they come to. */
function ProvenAxes({ axes }: Pick<NetworkPart, 'axes'>) {
  return (
    <div className="mt-1 text-solid-gray-800">
      <span className="font-700">監査・訓練では</span>
      <Axes axes={axes} />
    </div>
  );
}
