import { useSearch } from '@tanstack/react-router';
import type { Session } from '#core/identity/contract.ts';
import { roleTitles } from '#core/identity/role.ts';
import { useSession } from '#web/identity/index.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { DoorCard } from './DoorCard.tsx';
import { facilitiesSearch } from './facilities-search.ts';
import { toldApart } from './told-apart.ts';

/** For people in several facilities, and for those in none. */
export function FacilitiesPage() {
  const { facilities, organisations, systemRoles } = useSession();
  const nowhere = facilities.length + organisations.length === 0;
  const { closed } = facilitiesSearch(useSearch({ strict: false }));
  return (
    <Page title="施設を選ぶ" sub={!nowhere && '開いたあとも、画面の上の施設名から切り替えられます。'}>
      {closed && (
        <Callout tone="attention" title="開こうとしたページは、あなたには開けません">
          施設が見つからないか、あなたがその施設に加わっていません。必要なときは、その施設の管理者に招待を頼んでください。
        </Callout>
      )}
      {nowhere && (
        <EmptyState
          icon="building"
          title="まだどの施設にも加わっていません"
          action={systemRoles.length > 0 && <ButtonLink href="/admin">まもり全体の管理を開く</ButtonLink>}
        >
          施設の管理者から受け取った招待リンクを、この端末で開いてください。
        </EmptyState>
      )}
      <ul className="grid gap-3 sm:grid-cols-2">
        {organisations.map(({ id, name, roles }) => (
          <li key={id}>
            <DoorCard
              href={`/organisations/${id}`}
              title={name}
              words={roles.map((role) => roleTitles[role]).join('・')}
            />
          </li>
        ))}
        {facilities.map((facility) => (
          <li key={facility.id}>
            <DoorCard
              href={`/facilities/${facility.id}`}
              title={toldApart(facility, facilities)}
              words={asWhom(facility)}
            />
          </li>
        ))}
        {systemRoles.length > 0 && !nowhere && (
          <li>
            <DoorCard href="/admin" title="まもり全体の管理" words="施設台帳、施設の利用開始、最初の管理者の招待" />
          </li>
        )}
      </ul>
    </Page>
  );
}

const asWhom = ({ support, roles }: Session['facilities'][number]) =>
  support ? `支援者として：${support.purpose}` : roles.map((role) => roleTitles[role]).join('・');
