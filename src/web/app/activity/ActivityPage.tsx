import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ButtonLink } from '#web/ui/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { ActivityFilters } from './ActivityFilters.tsx';
import { ActivityHead } from './ActivityHead.tsx';
import { ActivityLog } from './ActivityLog.tsx';
import { type ActivitySearch, activitySearch } from './activity-search.ts';
import { ExportButton } from './ExportButton.tsx';
import { KeptNote } from './KeptNote.tsx';
import { activityQuery } from './queries.ts';
import { useExport } from './use-export.ts';

/** Who did and saw what at the facility. */
export function ActivityPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const asked = useSearch({ strict: false });
  const search = useMemo(() => activitySearch(asked), [asked]);
  const navigate = useNavigate();
  const taken = useExport(facilityId, search);
  return (
    <Page
      title="操作の記録"
      sub="だれが、いつ、何をしたかです。監査担当と支援者が見たもの、だれかが受け取ったファイルも残ります。"
      action={<ExportButton {...taken} />}
    >
      <RefusalNote error={taken.error} title="CSVを受け取れませんでした" />
      <ActivityFilters
        facilityId={facilityId}
        search={search}
        onSearch={(next) => void navigate({ to: '.', search: next, resetScroll: false })}
      />
      {search.agreementId && <OneAgreement facilityId={facilityId} />}
      <Found facilityId={facilityId} search={search} />
      <ActivityHead facilityId={facilityId} />
      <KeptNote />
    </Page>
  );
}

function OneAgreement({ facilityId }: { readonly facilityId: string }) {
  return (
    <p>
      一つの支援の取り決めで入った支援者の操作だけを出しています。
      <Link href={`/facilities/${facilityId}/activity`}>すべての記録を見る</Link>
    </p>
  );
}

function Found({ facilityId, search }: { readonly facilityId: string; readonly search: ActivitySearch }) {
  const log = useInfiniteQuery(activityQuery(facilityId, search));
  return (
    <ActivityLog log={log} empty={<NothingDone facilityId={facilityId} asked={Object.keys(search).length > 0} />} />
  );
}

function NothingDone({ facilityId, asked }: { readonly facilityId: string; readonly asked: boolean }) {
  if (!asked) return <EmptyState title="記録は、まだありません">だれかが何かをすると、ここに残ります。</EmptyState>;
  return (
    <EmptyState
      title="当てはまる記録がありません"
      action={<ButtonLink href={`/facilities/${facilityId}/activity`}>条件を外す</ButtonLink>}
    >
      期間を広げるか、人や操作の種類を「すべて」に戻してください。
    </EmptyState>
  );
}
