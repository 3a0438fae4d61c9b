import type { Decision } from '#core/assessment/report/board-matter.ts';
import { Card } from '#web/ui/Card.tsx';
import { Tag } from '#web/ui/Tag.tsx';

type DecisionsProps = {
  readonly decisions: readonly Decision[];
  /** Whether others than its reader see this result. */
  readonly shared: boolean;
};

/** What the board is asked to decide, with what it takes and what waiting means. */
export function Decisions({ decisions, shared }: DecisionsProps) {
  if (decisions.length === 0) return null;
  return (
    <Card title={`決めていただきたいこと${decisions.length}つ`} aside={shared && '会議でそのまま使えます'}>
      <ol className="grid gap-3 wide:grid-cols-3 wide:gap-5">
        {decisions.map((decision, index) => (
          <li
            key={decision.title}
            data-print="whole"
            className="flex flex-col gap-2 rounded-8 border border-solid-gray-100 p-4 print:gap-0.5 print:p-2"
          >
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
              <p className="font-700">
                {index + 1}. {decision.title}
              </p>
              <p className="flex flex-wrap gap-1">
                <Tag>{decision.cost}</Tag>
                <Tag>{decision.effort}</Tag>
              </p>
            </div>
            <p className="text-help text-solid-gray-700">{decision.text}</p>
            <p className="text-help">
              <span className="font-700">決めないと：</span>
              {decision.waiting}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
