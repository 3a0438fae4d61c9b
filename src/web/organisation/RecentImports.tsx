import { japaneseMoment } from '#core/kernel/fiscal-year.ts';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { ImportHead } from './queries.ts';

const states = {
  running: { tone: 'now', words: '取り込み中' },
  applied: { tone: 'done', words: '取り込みました' },
  refused: { tone: 'attention', words: '取り込めませんでした' },
  failed: { tone: 'attention', words: '途中で止まりました' },
} as const;

/** The last imports, each with what came of it. */
export function RecentImports({ imports }: { readonly imports: readonly ImportHead[] }) {
  if (imports.length === 0) return null;
  return (
    <Card title="最近の取り込み">
      <ul>
        {imports.map(({ id, fileName, startedAt, rowsRead, state }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-solid-gray-100 py-2 first:border-t-0"
          >
            <span className="min-w-0 flex-1 basis-64">
              <Link href={`/admin/register/import?import=${id}`}>{fileName || '台帳のファイル'}</Link>
              <span className="block text-help text-solid-gray-700">
                {japaneseMoment(new Date(startedAt))}
                {state !== 'running' && `・${rowsRead.toLocaleString('ja-JP')}行`}
              </span>
            </span>
            <Tag tone={states[state].tone}>{states[state].words}</Tag>
          </li>
        ))}
      </ul>
    </Card>
  );
}
