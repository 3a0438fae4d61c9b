import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { scopesFor } from '#core/identity/access-token.ts';
import { may } from '#core/identity/role.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useSession } from '../queries.ts';
import { MakeTokenDialog } from './MakeTokenDialog.tsx';
import { accessTokensQuery, type ListedToken } from './queries.ts';
import { TokenLine } from './TokenLine.tsx';
import { TokenRevocation } from './TokenRevocation.tsx';
import { type IssuedToken, TokenSlip } from './TokenSlip.tsx';

/** Keys with which programs call in a person's name: the own ones, or all for those who administer the facility. */
export function AccessTokensPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  if (!may(roles, 'token.create')) return <NotYours facilityId={facilityId} />;
  return <Keys facilityId={facilityId} roles={roles} />;
}

type KeysProps = { readonly facilityId: string; readonly roles: Parameters<typeof scopesFor>[0] };

function Keys({ facilityId, roles }: KeysProps) {
  const { data: tokens } = useSuspenseQuery(accessTokensQuery(facilityId));
  const queryClient = useQueryClient();
  const [making, setMaking] = useState(false);
  const [issued, setIssued] = useState<IssuedToken>();
  if (issued) return <TokenSlip issued={issued} onDone={() => setIssued(undefined)} />;
  const made = (token: IssuedToken) => {
    setMaking(false);
    setIssued(token);
    void queryClient.invalidateQueries({ queryKey: accessTokensQuery(facilityId).queryKey });
  };
  const make = (
    <Button look="primary" onPress={() => setMaking(true)}>
      キーを作る
    </Button>
  );
  return (
    <KeysPage action={tokens.length > 0 && make}>
      {tokens.length === 0 ? (
        <EmptyState icon="key" title="アクセスキーはまだありません" action={make}>
          プログラムから回答や結果を読み書きしたいときに、作ります。画面から使うだけなら要りません。
        </EmptyState>
      ) : (
        <TokenCards facilityId={facilityId} tokens={tokens} />
      )}
      {making && (
        <MakeTokenDialog
          facilityId={facilityId}
          offered={scopesFor(roles)}
          onClose={() => setMaking(false)}
          onMade={made}
        />
      )}
    </KeysPage>
  );
}

function KeysPage({ action, children }: { readonly action: ReactNode; readonly children: ReactNode }) {
  return (
    <Page
      title="アクセスキー"
      sub={
        <p className="measure">
          院内のプログラムが、あなたの代わりにまもりを使うための鍵です。できるのは選んだ操作だけで、この施設の外では使えません。使い方は{' '}
          <Link href="/api-docs">プログラムからの使い方</Link> にあります。
        </p>
      }
      action={action}
    >
      {children}
    </Page>
  );
}

function TokenCards({ facilityId, tokens }: { readonly facilityId: string; readonly tokens: readonly ListedToken[] }) {
  const [revoking, setRevoking] = useState<ListedToken>();
  const usable = tokens.filter(({ state }) => state === 'usable');
  const over = tokens.filter(({ state }) => state !== 'usable');
  const lines = (listed: readonly ListedToken[]) => (
    <ul>
      {listed.map((token) => (
        <TokenLine key={token.id} token={token} onRevoke={() => setRevoking(token)} />
      ))}
    </ul>
  );
  return (
    <Card title="使えるキー" aside={`${usable.length}本`}>
      {usable.length > 0 ? lines(usable) : <p className="text-help">使えるキーはありません。</p>}
      {over.length > 0 && (
        <div className="mt-3 border-t border-solid-gray-100 pt-2">
          <Disclosure title={`使えなくなったキー（${over.length}本）`}>{lines(over)}</Disclosure>
        </div>
      )}
      {revoking && <TokenRevocation facilityId={facilityId} token={revoking} onClose={() => setRevoking(undefined)} />}
    </Card>
  );
}

function NotYours({ facilityId }: { readonly facilityId: string }) {
  return (
    <Page title="アクセスキー">
      <Callout
        tone="attention"
        title="アクセスキーを作れる役割ではありません"
        action={<ButtonLink href={`/facilities/${facilityId}`}>ホームを開く</ButtonLink>}
      >
        作れるのは、施設の管理者、医療情報システム安全管理責任者、企画管理者です。
      </Callout>
    </Page>
  );
}
