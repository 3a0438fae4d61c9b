import { useSuspenseQuery } from '@tanstack/react-query';
import { type BackupFailure, backupFailures } from '#core/kernel/backup-failure.ts';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { BackupList } from './backup/BackupList.tsx';
import { BackupState } from './backup/BackupState.tsx';
import { type BackupsView, backupsQuery } from './backup/queries.ts';

/** What the scheduled backups did, and whether one of them came back whole. */
export function BackupPage() {
  const { data } = useSuspenseQuery(backupsQuery());
  return (
    <Page
      title="控え（バックアップ）"
      sub="まもりの中身すべての控えを、決まった時刻に取った結果です。復元は、サーバのコマンド（restore）で行います。"
    >
      <Warnings {...data} />
      {data.schedule ? <BackupState {...data} schedule={data.schedule} /> : <NotSetUp />}
      <BackupList backups={data.backups} />
    </Page>
  );
}

function Warnings({ schedule, backups, lastTrial }: BackupsView) {
  const last = backups.find(({ state }) => state !== 'running');
  return (
    <>
      {last?.failure && (
        <Callout tone="danger" title="最後の控えを取れませんでした">
          {backupFailures[last.failure]}
        </Callout>
      )}
      {last?.copy === 'failed' && (
        <Callout tone="danger" title="2つ目のフォルダに写せませんでした">
          控えそのものはあります。2つ目のフォルダ、空き、権限を確かめてください。
        </Callout>
      )}
      {lastTrial?.state === 'failed' && (
        <Callout tone="danger" title="復元テストに失敗しました">
          {trialWords(lastTrial.failure)}
        </Callout>
      )}
      {schedule && !schedule.encrypted && (
        <Callout tone="attention" title="控えを暗号化していません">
          ファイルを手にした人は、だれでも中身を読めます。合言葉を書いたファイルを MAMORI_BACKUP_PASSPHRASE_FILE
          に指定してください。
        </Callout>
      )}
    </>
  );
}

/** A test that was broken off says nothing about the file. */
const brokenOff: readonly (BackupFailure | null)[] = ['database', 'interrupted'];

function trialWords(failure: BackupFailure | null): string {
  const reason = failure ? backupFailures[failure] : '';
  return brokenOff.includes(failure) ? reason : `この控えは戻せないおそれがあります。${reason}`;
}

const settings = [
  ['MAMORI_BACKUP_DIR', '控えを置くフォルダ。まもりのデータとは別の機器がよいです'],
  ['MAMORI_BACKUP_COPY_DIR', '写しを置く2つ目のフォルダ（なくてもかまいません）'],
  ['MAMORI_BACKUP_PASSPHRASE_FILE', '暗号化の合言葉を書いたファイル'],
  ['MAMORI_BACKUP_TIME', '取る時刻。指定しなければ 03:00'],
] as const;

function NotSetUp() {
  return (
    <>
      <EmptyState title="定期の控えは、まだ設定されていません">
        サーバの環境変数に次を指定して、まもりを始め直してください。毎日1回、動かしたまま控えを取り、日・週・月の控えを残します。
      </EmptyState>
      <Card title="指定するもの">
        <dl className="flex flex-col gap-3">
          {settings.map(([name, words]) => (
            <div key={name}>
              <dt className="break-all font-700">{name}</dt>
              <dd className="text-help text-solid-gray-700">{words}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </>
  );
}
