import type { ReactNode } from 'react';
import { backupFailures } from '#core/kernel/backup-failure.ts';
import { japaneseMoment } from '#core/kernel/fiscal-year.ts';
import { Card } from '#web/ui/Card.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { BackupsView } from './queries.ts';

type Props = BackupsView & { readonly schedule: NonNullable<BackupsView['schedule']> };

/** When the next is made, how the last one went, and whether it was proved to come back. */
export function BackupState({ schedule, backups, lastTrial }: Props) {
  const last = backups.find(({ state }) => state === 'done');
  return (
    <Card title="今の状態">
      <dl className="flex flex-col">
        <Line title="控えを取る時刻">毎日 {schedule.time}</Line>
        <Line title="最後に取れた控え">{last ? japaneseMoment(new Date(last.startedAt)) : 'まだありません'}</Line>
        <Line title="復元テスト">
          {lastTrial ? <Trial {...lastTrial} /> : 'まだ行っていません。次の控えのあとに行います。'}
        </Line>
        <Line title="2つ目のフォルダへの写し">{schedule.copies ? '写しています' : '設定されていません'}</Line>
        <Line title="暗号化">{schedule.encrypted ? 'しています' : 'していません'}</Line>
      </dl>
    </Card>
  );
}

function Line({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-4 border-t border-solid-gray-100 py-2 first:border-t-0 first:pt-0 last:pb-0">
      <dt className="basis-56 text-help text-solid-gray-700">{title}</dt>
      <dd className="min-w-0 flex-1 basis-64">{children}</dd>
    </div>
  );
}

const states = {
  passed: { tone: 'done', words: '✓ 戻せました' },
  failed: { tone: 'danger', words: '戻せませんでした' },
  impossible: { tone: 'attention', words: '行えません' },
} as const;

const mayNotCreate =
  'データベースの利用者に、テスト用のデータベースを作る権限がありません。データベースの管理者に CREATEDB を付けてもらうか、別の機器で restore を試してください。';

function Trial({ at, state, failure }: NonNullable<BackupsView['lastTrial']>) {
  return (
    <>
      <span className="flex flex-wrap items-center gap-2">
        {japaneseMoment(new Date(at))}
        <Tag tone={states[state].tone}>{states[state].words}</Tag>
      </span>
      {state === 'impossible' && (
        <span className="text-help text-solid-gray-700">{failure ? backupFailures[failure] : mayNotCreate}</span>
      )}
    </>
  );
}
