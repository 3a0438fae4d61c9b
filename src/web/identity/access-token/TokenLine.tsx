import { scopeTitle } from '#core/identity/access-token.ts';
import { Button } from '#web/ui/Button.tsx';
import { Day } from '#web/ui/Day.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { ListedToken } from './queries.ts';

const states = {
  usable: { tone: 'done', title: '使えます' },
  expired: { tone: 'plain', title: '期限切れ' },
  revoked: { tone: 'plain', title: '取り消し済み' },
} as const;

type TokenLineProps = { readonly token: ListedToken; readonly onRevoke: () => void };

/** One key: what it may do, whose it is, when it was used last. */
export function TokenLine({ token, onRevoke }: TokenLineProps) {
  const { name, scopes, person, expiresAt, lastUsedAt, state } = token;
  const { tone, title } = states[state];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-700 wrap-anywhere">{name}</span>
          <Tag tone={tone}>{title}</Tag>
        </p>
        <p className="mt-1 flex flex-wrap gap-x-4 text-help text-solid-gray-700">
          <span>作った人：{person.name}</span>
          <span>
            期限：
            <Day at={new Date(expiresAt)} />
          </span>
          <span>最後に使った日：{lastUsedAt === null ? 'まだありません' : <Day at={new Date(lastUsedAt)} />}</span>
        </p>
        <p className="mt-1 text-help text-solid-gray-700">許した操作：{scopes.map(scopeTitle).join('、')}</p>
      </div>
      {state === 'usable' && (
        <Button size="small" onPress={onRevoke} label={`「${name}」のキーを取り消す`}>
          キーを取り消す
        </Button>
      )}
    </li>
  );
}
