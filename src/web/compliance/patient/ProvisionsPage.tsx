import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { may } from '#core/identity/role.ts';
import { useSession } from '#web/identity/index.ts';
import { handOver } from '#web/platform/hand-over.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { refusalWords } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { notify } from '#web/ui/notify.ts';
import { Page } from '#web/ui/Page.tsx';
import { compliance, provisionsQuery, type ShownProvision } from '../calls.ts';
import { ProvisionDialog } from './ProvisionDialog.tsx';
import { ProvisionLine } from './ProvisionLine.tsx';

/** What was given to third parties, on what ground, and who answers for what. */
export function ProvisionsPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const { data } = useInfiniteQuery(provisionsQuery(facilityId));
  const [open, setOpen] = useState<ShownProvision | 'new' | null>(null);
  const add = may(roles, 'patient.write') && (
    <Button look="primary" onPress={() => setOpen('new')}>
      第三者提供を記録する
    </Button>
  );
  return (
    <Page
      title="第三者提供"
      sub="患者さんなどの情報を、ほかに提供した記録です。ガイドライン経営管理編 1⑯と1⑰の証跡になります。"
      action={
        <>
          <ExportButton facilityId={facilityId} />
          {data && data.pages[0]?.entries.length !== 0 && add}
        </>
      }
    >
      <Found {...{ facilityId, add }} onEdit={may(roles, 'patient.write') ? setOpen : undefined} />
      {open && (
        <ProvisionDialog
          {...{ facilityId, provision: open === 'new' ? undefined : open }}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

type FoundProps = {
  readonly facilityId: string;
  readonly add: ReactNode;
  readonly onEdit: ((provision: ShownProvision) => void) | undefined;
};

function Found({ facilityId, add, onEdit }: FoundProps) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(provisionsQuery(facilityId));
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  if (error) return <RefusalNote error={error} title="読めませんでした" />;
  if (!data) return null;
  if (entries.length === 0) {
    return (
      <EmptyState title="まだ記録がありません" action={add}>
        ほかの施設・行政・研究などに情報を提供したら、相手、根拠、責任の分け方を残します。
      </EmptyState>
    );
  }
  return (
    <Card title="提供した記録" aside="新しい順">
      <ul>
        {entries.map((provision) => (
          <ProvisionLine key={provision.id} {...{ facilityId, provision, onEdit }} />
        ))}
      </ul>
      {hasNextPage && (
        <Button pending={isFetchingNextPage ? '読んでいます' : undefined} onPress={() => void fetchNextPage()}>
          前の記録を見る
        </Button>
      )}
    </Card>
  );
}

function ExportButton({ facilityId }: { readonly facilityId: string }) {
  const { mutate, isPending } = useMutation(
    compliance.exportProvisions.mutationOptions({
      onSuccess: (file) => handOver(file, '第三者提供の記録.csv'),
      onError: (error) => notify(`CSVを受け取れませんでした。${refusalWords(error)}`),
    }),
  );
  return (
    <Button icon="download" pending={isPending ? '用意しています' : undefined} onPress={() => mutate({ facilityId })}>
      CSVで受け取る
    </Button>
  );
}
