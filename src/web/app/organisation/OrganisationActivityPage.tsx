import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { ActivityLog } from '../activity/ActivityLog.tsx';
import { KeptNote } from '../activity/KeptNote.tsx';
import { organisationActivityQuery } from '../activity/queries.ts';

/** Who did what in the organisation and about it. */
export function OrganisationActivityPage() {
  const { organisationId = '' } = useParams({ strict: false });
  const log = useInfiniteQuery(organisationActivityQuery(organisationId));
  return (
    <Page
      title="操作の記録"
      sub="組織の人と役割、招待、認証基盤について、だれが、いつ、何をしたかです。施設の中で見たことと、したことは、その施設の記録に残ります。"
    >
      <ActivityLog
        log={log}
        empty={
          <EmptyState title="記録はまだありません">人を招いたり、役割を変えたりすると、ここに残ります。</EmptyState>
        }
      />
      <KeptNote />
    </Page>
  );
}
