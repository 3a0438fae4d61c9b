import type { ImportHead, Registered } from '#web/organisation/index.ts';

export type StartStep = {
  readonly title: string;
  readonly words: string;
  readonly done: boolean;
  readonly act: { readonly label: string; readonly href: string };
};

const count = new Intl.NumberFormat('ja-JP');

/** The way from an empty installation to the first facility at work; the first open step is the next one. */
export function startSteps(imports: readonly ImportHead[], opened: readonly Registered[]): readonly StartStep[] {
  const applied = imports.find(({ state }) => state === 'applied');
  const running = imports.find(({ state }) => state === 'running');
  return [
    {
      title: '施設台帳を取り込む',
      words: running
        ? `取り込みの途中です（${Math.round(running.share * 100)}%）。`
        : applied
          ? `${applied.fileName || '台帳'}（${count.format(applied.rowsRead)}行）を取り込みました。`
          : '公開されている医療機関の一覧を取り込むと、施設を名前で探せます。あとからでも構いません。',
      done: applied !== undefined,
      act: { label: applied || running ? '台帳を更新する' : '台帳を取り込む', href: '/admin/register/import' },
    },
    {
      title: '施設の利用を始める',
      words:
        opened.length > 0
          ? '台帳から探すか、台帳にない施設を作って、利用を始めます。'
          : '台帳から探して「利用を始める」を押します。台帳にない施設は、「台帳にない施設を作る」から加えます。',
      done: opened.length > 0,
      act: { label: opened.length > 0 ? '施設を増やす' : '施設を探す', href: '/admin/register' },
    },
  ];
}
