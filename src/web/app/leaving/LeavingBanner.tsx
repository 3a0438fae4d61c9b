import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { lastDayOf, leavingStage } from '#core/app/leaving.ts';
import { may, type Role } from '#core/identity/role.ts';
import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { Button } from '#web/ui/Button.tsx';
import { Link } from '#web/ui/Link.tsx';
import { leavingQuery } from './queries.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type LeavingBannerProps = { readonly facilityId: string; readonly roles: readonly Role[] };

/** Says on every page of a facility that it leaves, until when that can be withdrawn, and withdraws it. */
export function LeavingBanner({ facilityId, roles }: LeavingBannerProps) {
  const { data } = useQuery(leavingQuery(facilityId));
  const [asking, setAsking] = useState(false);
  if (!data) return null;
  const times = { announcedAt: new Date(data.announcedAt), dueAt: new Date(data.dueAt) };
  const over = leavingStage(times, new Date()) === 'due';
  const lastDay = japaneseDate(lastDayOf(times));
  return (
    <aside
      aria-label="利用の終わり"
      className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-12 border border-orange-200 bg-attention-ground px-4 py-3 text-orange-1000 print:hidden"
    >
      <p className="min-w-0 flex-1 basis-80">
        <strong className="font-700">この施設は、{lastDay}でまもりの利用を終えます。</strong>
        {over
          ? '期限が過ぎました。施設の記録は、まもなくすべて消えます。'
          : `その日が終わると、点検・結果・証跡がすべて消えます。決めた人：${data.announcedBy.name}さん`}
      </p>
      <span className="flex flex-wrap items-center gap-3">
        {may(roles, 'facility.export') && <Link href={`/facilities/${facilityId}/leaving`}>記録を受け取る</Link>}
        {may(roles, 'leaving.change') && !over && <Button onPress={() => setAsking(true)}>利用を続ける</Button>}
      </span>
      {asking && <WithdrawDialog facilityId={facilityId} onClose={() => setAsking(false)} />}
    </aside>
  );
}
