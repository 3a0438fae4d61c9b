import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Fact, Facts } from '#web/ui/Facts.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { PasskeyCard } from '../passkey/PasskeyCard.tsx';
import { signInSearch } from '../sign-in-search.ts';
import { ownSsoQuery } from '../sso/queries.ts';
import { SsoCard } from '../sso/SsoCard.tsx';
import { ChangePassword } from './ChangePassword.tsx';
import { NoticeChoice } from './NoticeChoice.tsx';
import { accountQuery } from './queries.ts';
import { RecoveryCard } from './RecoveryCard.tsx';
import { SessionList } from './SessionList.tsx';

/** What belongs to the person and to no facility: how one signs in, and where one is signed in. */
export function AccountPage() {
  const { data } = useSuspenseQuery(accountQuery());
  const { data: sso } = useSuspenseQuery(ownSsoQuery());
  const search = signInSearch(useSearch({ strict: false }));
  return (
    <Page
      where={<Link href="/">ホーム</Link>}
      title="自分のアカウント"
      sub="サインインのしかたと、サインイン中の端末を確かめます。"
    >
      {search.after === 'recovery-code' && (
        <Recovered
          authenticator={data.secondFactors.includes('authenticator')}
          back={search.return}
          left={data.recoveryCodesLeft}
        />
      )}
      <Card title="氏名とメールアドレス">
        <Facts>
          <Fact title="氏名">{data.name}</Fact>
          <Fact title="メールアドレス">
            <span className="break-all">{data.email}</span>
          </Fact>
        </Facts>
      </Card>
      {sso.name !== null && <SsoCard name={sso.name} linked={sso.linked} hasPassword={sso.hasPassword} />}
      {sso.hasPassword && <ChangePassword account={data} />}
      <PasskeyCard alone={sso.hasPassword || !sso.linked} />
      <Authenticator set={data.secondFactors.includes('authenticator')} />
      {data.secondFactors.length > 0 && (
        <RecoveryCard left={data.recoveryCodesLeft} first={sso.hasPassword ? 'パスワード' : '組織のアカウント'} />
      )}
      <NoticeChoice work={data.workNotices} />
      <SessionList hasPassword={sso.hasPassword} />
      <OwnRecord />
    </Page>
  );
}

function OwnRecord() {
  return (
    <Card title="自分の記録">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 flex-1 basis-64 text-help">
          まもりがあなたについて持っているものを、ファイルで受け取れます。アカウントを消すこともできます。何をどれだけ残すかは、
          <Link href="/retention">記録を残す期間</Link>で見られます。
        </p>
        <ButtonLink href="/account/record">記録を受け取る・消す</ButtonLink>
      </div>
    </Card>
  );
}

type RecoveredProps = { readonly authenticator: boolean; readonly back: string | undefined; readonly left: number };

function Recovered({ authenticator, back, left }: RecoveredProps) {
  return (
    <Callout
      tone="attention"
      announce
      title="復旧コードでサインインしました"
      action={
        <>
          {authenticator && (
            <ButtonLink look="primary" href="/account/second-factor">
              確認コードを設定し直す
            </ButtonLink>
          )}
          <ButtonLink href={back ?? '/'}>{back ? '開こうとしたページに進む' : 'ホームを開く'}</ButtonLink>
        </>
      }
    >
      使ったコードはもう使えません。残りは{left}
      個です。
      {authenticator
        ? 'スマートフォンをなくしたり替えたりしたときは、新しい認証アプリを設定し直してください。'
        : '端末をなくしたり替えたりしたときは、下の「パスキー」で新しい端末を登録し、なくしたものを外してください。'}
    </Callout>
  );
}

function Authenticator({ set }: { readonly set: boolean }) {
  return (
    <Card title="確認コード" aside={set ? '設定済み' : '設定していません'}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 flex-1 basis-64 text-help">
          {set
            ? 'スマートフォンを替えるときや、なくしたときは、新しい認証アプリを設定し直します。終わるまで、今のものが使えます。'
            : 'スマートフォンなどの認証アプリに出る6桁の数字でも、サインインのときに確かめられるようにします。'}
        </p>
        <ButtonLink href="/account/second-factor">確認コードを{set ? '設定し直す' : '設定する'}</ButtonLink>
      </div>
    </Card>
  );
}
