import { generations } from '#core/app/backup-generations.ts';
import { type Kept, type KeptGroup, keptFor, retention } from '#core/app/retention.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Page } from '#web/ui/Page.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';

/** How long what is kept, why, and who can have it removed sooner: the table the sweep goes by. */
export function RetentionPage() {
  return (
    <Page
      title="記録を残す期間"
      sub="まもりが何をどれだけ残すかです。期間を過ぎたものは、毎日、自動で消します。どの施設でも同じで、設定では変わりません。"
      action={<ButtonLink href="/account/record">自分の記録を受け取る・消す</ButtonLink>}
    >
      {retention.map((group) => (
        <Group key={group.title} {...group} />
      ))}
      <Backups />
    </Page>
  );
}

const columns: readonly Column<Kept>[] = [
  { key: 'title', title: '何を', names: true, cell: (kept) => <Named {...kept} /> },
  { key: 'period', title: 'どれだけ', roomy: true, cell: keptFor },
  { key: 'reason', title: 'なぜ', roomy: true, cell: ({ reason }) => reason },
  { key: 'sooner', title: '早く消せる人', roomy: true, cell: ({ sooner }) => sooner },
];

function Group({ title, kinds }: KeptGroup) {
  return (
    <Card title={title}>
      <Table caption={`${title}の期間`} columns={columns} rows={kinds} rowKey={({ kind }) => kind} whole />
    </Card>
  );
}

/** On a phone the name says the rest too. */
function Named(kept: Kept) {
  const { title, reason, sooner } = kept;
  return (
    <>
      <span className="font-700">{title}</span>
      <span className="block sm:hidden">
        {keptFor(kept)}
        <span className="block text-help text-solid-gray-700">なぜ：{reason}</span>
        <span className="block text-help text-solid-gray-700">早く消せる人：{sooner}</span>
      </span>
    </>
  );
}

function Backups() {
  const { daily, weekly, monthly } = generations;
  return (
    <Card title="控えの中のもの">
      <p className="measure">
        まもりを動かしている担当者が毎日の控えを取っているときは、消したものも、しばらく控えの中に残ります。控えは、日ごとに
        {daily}個、週ごとに{weekly}個、月ごとに{monthly}
        個までを残し、それより古いものを消します。控えから戻したときは、アカウントを消した人を、もう一度消します。
      </p>
    </Card>
  );
}
