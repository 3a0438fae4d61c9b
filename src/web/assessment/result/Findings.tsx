import type { Finding } from '#core/assessment/report/board-matter.ts';
import { Card } from '#web/ui/Card.tsx';

/** What the board hears first, in the words of the board's page of the PDF. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Card title={`分かったこと${findings.length}つ`}>
      <ol className="divide-y divide-solid-gray-100 border-t border-solid-gray-100">
        {findings.map(({ title, text }, index) => (
          <li key={title} data-print="whole" className="flex gap-3 py-3">
            <span className="w-4 shrink-0 text-right font-700 tabular-nums">{index + 1}</span>
            <div className="min-w-0">
              <p className="font-700">{title}</p>
              <p className="text-help text-solid-gray-700">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
