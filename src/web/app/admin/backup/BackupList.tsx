import { backupFailures } from '#core/kernel/backup-failure.ts';
import { japaneseMoment } from '#core/kernel/fiscal-year.ts';
import { Card } from '#web/ui/Card.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { fileSize } from './file-size.ts';
import type { BackupView } from './queries.ts';

const states = {
  running: { tone: 'now', words: '取っています' },
  done: { tone: 'done', words: '✓ 取れました' },
  failed: { tone: 'danger', words: '取れませんでした' },
} as const;

const copies = { none: '', done: '・写しあり', failed: '・写せませんでした' } as const;

function aboutOf({ failure, fileName, bytes, rows, encrypted, copy }: BackupView): string {
  if (failure) return backupFailures[failure];
  if (fileName === null || bytes === null || rows === null) return '';
  const sealed = encrypted ? '暗号化' : '暗号化なし';
  return `${fileName}（${fileSize(bytes)}、${rows.toLocaleString('ja-JP')}行、${sealed}）${copies[copy]}`;
}

/** The last backups, newest first, each with what came of it. */
export function BackupList({ backups }: { readonly backups: readonly BackupView[] }) {
  if (backups.length === 0) return null;
  return (
    <Card title="これまでの控え" aside="新しい順に40件まで">
      <ul>
        {backups.map((backup) => (
          <li
            key={backup.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-solid-gray-100 py-2 first:border-t-0"
          >
            <span className="min-w-0 flex-1 basis-64">
              {japaneseMoment(new Date(backup.startedAt))}
              <span className="block break-words text-help text-solid-gray-700">{aboutOf(backup)}</span>
            </span>
            <Tag tone={states[backup.state].tone}>{states[backup.state].words}</Tag>
          </li>
        ))}
      </ul>
    </Card>
  );
}
