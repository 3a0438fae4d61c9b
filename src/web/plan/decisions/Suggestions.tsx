import { requestKindTitles } from '#core/plan/decision/request-kind.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { DecisionList } from '../decision-calls.ts';
import { Matter } from './Matter.tsx';

type Suggestion = DecisionList['suggested'][number];
type SuggestionsProps = {
  readonly suggested: readonly Suggestion[];
  /** Whether who sees them is the one who decides. */
  readonly decides: boolean;
  readonly onAsk: (suggestion: Suggestion) => void;
};

/** What could be asked by what Mamori knows of the facility. */
export function Suggestions({ suggested, decides, onAsk }: SuggestionsProps) {
  return (
    <div className="print:hidden">
      <Card title={decides ? '決めることの案' : '決めてもらう案'} aside="点検の結果・取り組み・役割から作りました">
        {suggested.length === 0 && (
          <p className="text-help text-solid-gray-700">
            今、案はありません。点検を提出するか、取り組みに費用を入れると、ここに出ます。
          </p>
        )}
        <ul>
          {suggested.map((suggestion) => (
            <Line key={suggestion.source} {...{ suggestion, decides }} onAsk={() => onAsk(suggestion)} />
          ))}
        </ul>
      </Card>
    </div>
  );
}

type LineProps = { readonly suggestion: Suggestion; readonly decides: boolean; readonly onAsk: () => void };

function Line({ suggestion: { kind, title, matter, takes }, decides, onAsk }: LineProps) {
  const asks = decides ? '今決めることに加える' : '決めてもらう';
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-2">
          {kind !== 'other' && <Tag tone="now">{requestKindTitles[kind]}</Tag>}
          <span className="font-700">{title}</span>
        </p>
        <Matter text={matter} title={title} quiet />
        <p className="text-help tabular-nums">
          費用：{takes.cost}
          {takes.effort && `・手間：${takes.effort}`}
        </p>
      </div>
      <Button onPress={onAsk} label={`「${title}」を${asks}`}>
        {asks}
      </Button>
    </li>
  );
}
