import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Session } from '#core/identity/contract.ts';
import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { sessionQuery } from '#web/identity/index.ts';
import { Link } from '../ui/Link.tsx';
import { notify } from '../ui/notify.ts';

export type Support = NonNullable<Session['facilities'][number]['support']>;

/** How often it is asked whether the facility still lets the supporter in. */
const askEveryMs = 5_000;
const lastMoment = 1;

/** Who looks in as a supporter, why and until when; leads out once that is over. */
export function SupportNote({ facilityId, support }: { readonly facilityId: string; readonly support: Support }) {
  useLeaving(facilityId, support.organisationId);
  const lastDay = japaneseDate(new Date(new Date(support.endsAt).getTime() - lastMoment));
  return (
    <aside
      aria-label="支援"
      className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 rounded-12 border border-orange-200 bg-attention-ground px-4 py-3 text-orange-1000 print:hidden"
    >
      <p>
        <strong className="font-700">支援者として見ています</strong>
        （目的：{support.purpose}、期限：{lastDay}まで）
      </p>
      <Link href={`/organisations/${support.organisationId}`}>{support.organisationName}に戻る</Link>
    </aside>
  );
}

function useLeaving(facilityId: string, organisationId: string) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data } = useQuery({ ...sessionQuery(), refetchInterval: askEveryMs });
  const isOut = data?.facilities.every(({ id }) => id !== facilityId) ?? false;
  useEffect(() => {
    if (!isOut) return;
    notify('この施設の支援は終わりました。');
    void navigate({ href: `/organisations/${organisationId}` }).then(() =>
      client.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(facilityId) }),
    );
  }, [isOut, navigate, client, facilityId, organisationId]);
}
