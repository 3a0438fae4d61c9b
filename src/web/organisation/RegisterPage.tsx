import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ButtonLink } from '#web/ui/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { AfterAWhile, Skeleton } from '#web/ui/Skeleton.tsx';
import { PrivateUseNote } from './FacilityName.tsx';
import { type Registered, registerQuery } from './queries.ts';
import { RegisterList } from './RegisterList.tsx';
import { type RegisterSearch, registerAddress, registerSearch } from './register-search.ts';
import { SearchForm } from './SearchForm.tsx';

/** The register of all known facilities: to find one, look at it and open it. */
export function RegisterPage() {
  const search = useRegisterSearch();
  const navigate = useNavigate();
  const { data, error } = useQuery({ ...registerQuery(search), placeholderData: keepPreviousData });
  if (error) throw error;
  return (
    <>
      <PageHead
        title="施設台帳"
        sub="公開の一覧にある医療機関と、ここで作った施設です。施設の回答や結果は、ここからは見えません。"
        action={
          <>
            <ButtonLink href="/admin/register/new">台帳にない施設を作る</ButtonLink>
            <ButtonLink look="primary" icon="upload" href="/admin/register/import">
              台帳を取り込む
            </ButtonLink>
          </>
        }
      />
      <div className="flex flex-col gap-5">
        <SearchForm search={search} onSearch={(next) => void navigate({ href: registerAddress(next) })} />
        {data ? (
          <Found search={search} found={data} />
        ) : (
          <AfterAWhile>
            <Skeleton />
          </AfterAWhile>
        )}
      </div>
    </>
  );
}

/** The same object while the address asks for the same. */
function useRegisterSearch(): RegisterSearch {
  const asked = useSearch({ strict: false });
  return useMemo(() => registerSearch(asked), [asked]);
}

type FoundProps = {
  readonly search: RegisterSearch;
  readonly found: { readonly facilities: readonly Registered[]; readonly next: string | null };
};

function Found({ search, found: { facilities, next } }: FoundProps) {
  return (
    <>
      <p role="status" className="sr-only">
        {facilities.length === 0 ? '当てはまる施設がありません' : `${facilities.length}施設を表示しています`}
      </p>
      {facilities.length === 0 ? <NothingFound search={search} /> : <RegisterList facilities={facilities} />}
      <PrivateUseNote texts={facilities.map(({ name }) => name)} />
      <Paging search={search} next={next} count={facilities.length} />
    </>
  );
}

function NothingFound({ search }: { readonly search: RegisterSearch }) {
  const asked = Object.keys(search).length > 0;
  return asked ? (
    <EmptyState
      title="当てはまる施設がありません"
      action={
        <>
          <ButtonLink href="/admin/register">条件を外す</ButtonLink>
          <ButtonLink href="/admin/register/new">台帳にない施設を作る</ButtonLink>
        </>
      }
    >
      名称の一部、医療機関コードの7桁か9桁、またはその初めの数字で探せます。ひらがなとカタカナ、全角と半角は区別しません。
    </EmptyState>
  ) : (
    <EmptyState
      icon="building"
      title="台帳はまだ空です"
      action={<ButtonLink href="/admin/register/import">台帳を取り込む</ButtonLink>}
    >
      公開されている医療機関の一覧（CSV）を取り込むと、ここで探せます。一覧にない施設は、作れます。
    </EmptyState>
  );
}

type PagingProps = { readonly search: RegisterSearch; readonly next: string | null; readonly count: number };

function Paging({ search, next, count }: PagingProps) {
  if (count === 0 || (next === null && search.after === undefined)) return null;
  const { after, ...first } = search;
  return (
    <nav aria-label="ほかの施設" className="flex flex-wrap items-center gap-3">
      {after && (
        <ButtonLink icon="back" href={registerAddress(first)}>
          最初から見る
        </ButtonLink>
      )}
      {next !== null && <ButtonLink href={registerAddress({ ...search, after: next })}>次の50施設を見る</ButtonLink>}
    </nav>
  );
}
