import { useSuspenseQuery } from '@tanstack/react-query';
import { organisationKindTitles } from '#core/organisation/organisation.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { everyOrganisationQuery } from '../above-queries.ts';
import { NewOrganisationForm } from './NewOrganisationForm.tsx';

/** Every organisation above the facilities, for the system administrator. */
export function OrganisationsPage() {
  const { data } = useSuspenseQuery(everyOrganisationQuery());
  return (
    <Page
      title="施設をこえる組織"
      sub="法人・地域連携・都道府県・国・事業者を登録し、最初の管理者を招きます。組織が見られるのは、施設が見せると決めたものと、施設の名が分からない数だけです。"
    >
      {data.length === 0 ? (
        <EmptyState icon="people" title="まだ組織がありません">
          支援者を送る組織や、施設の数を見る都道府県を、下で登録してください。
        </EmptyState>
      ) : (
        <Card title="登録した組織" aside={`${data.length}件`}>
          <ul>
            {data.map(({ id, kind, name, members }) => (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-3 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0"
              >
                <p>
                  <span className="block font-700">{name}</span>
                  <span className="text-help text-solid-gray-700">{organisationKindTitles[kind]}</span>
                </p>
                <div className="flex flex-wrap gap-2">
                  {!members && (
                    <ButtonLink size="small" href={`/admin/organisations/${id}/invite`}>
                      最初の管理者を招く
                    </ButtonLink>
                  )}
                  <ButtonLink size="small" href={`/admin/organisations/${id}/sso`}>
                    認証基盤を設定する
                  </ButtonLink>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <NewOrganisationForm />
    </Page>
  );
}
