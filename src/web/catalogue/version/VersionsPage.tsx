import { useSuspenseQuery } from '@tanstack/react-query';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { type VersionsView, versionsQuery } from './queries.ts';

/** Which version of each sheet new runs begin with, and which newer ones wait to be looked at. */
export function VersionsPage() {
  const { data } = useSuspenseQuery(versionsQuery());
  const waiting = data.filter(({ newer }) => newer.length > 0);
  return (
    <Page
      title="点検票の版"
      sub="これから始める点検で、どの版を使うかを決めます。始めた点検は変わりません。施設が自分で新しい版に移します。"
      action={<ButtonLink href="/admin/versions/official-forms">国の様式を読み込む</ButtonLink>}
    >
      {waiting.length > 0 && (
        <Card title="新しい版があります" tone="attention">
          <VersionList versions={waiting} />
        </Card>
      )}
      <Card title="今使っている版">
        <VersionList versions={data.filter((one) => !waiting.includes(one))} />
      </Card>
    </Page>
  );
}

function VersionList({ versions }: { readonly versions: readonly VersionsView[] }) {
  return (
    <ul>
      {versions.map((one) => (
        <li
          key={one.sheetId}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0"
        >
          <div className="min-w-0 flex-1 basis-56">
            <p className="font-700">{one.title}</p>
            <p className="text-help text-solid-gray-700">
              今使う版：{one.current}
              {one.older.length > 0 && `　前の版：${one.older.join('、')}`}
            </p>
          </div>
          {one.newer.map(({ version, description }) => (
            <div key={version} className="flex flex-wrap items-center gap-3">
              <Tag tone="attention">新しい版 {version}</Tag>
              <span className="text-help text-solid-gray-700">{description}</span>
              <ButtonLink size="small" href={`/admin/versions/${one.sheetId}/${version}`}>
                {version}との違いを見る
              </ButtonLink>
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
