import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { isReviewLate, regulationKindTitles } from '#core/compliance/regulation/regulation.ts';
import { may, type Role } from '#core/identity/role.ts';
import { dayInJapan, japaneseDay } from '#core/kernel/fiscal-year.ts';
import { useSession } from '#web/identity/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { regulationQuery, type ShownRegulation } from '../calls.ts';
import { DraftDialog, writingTitle } from './DraftDialog.tsx';
import { RegulationDialog } from './RegulationDialog.tsx';
import { VersionCard } from './VersionCard.tsx';

/** One document: its versions with their approval and files, the newest first. */
export function RegulationPage() {
  const { facilityId = '', regulationId = '' } = useParams({ strict: false });
  return (
    <OnceRead>
      <OneRegulation {...{ facilityId, regulationId }} />
    </OnceRead>
  );
}

type Path = { readonly facilityId: string; readonly regulationId: string };

function OneRegulation({ facilityId, regulationId }: Path) {
  const { data: regulation } = useSuspenseQuery(regulationQuery({ facilityId, regulationId }));
  const roles: readonly Role[] = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const [open, setOpen] = useState<'edit' | 'draft' | null>(null);
  const { title, kind, versions } = regulation;
  const waits = versions[0]?.approvedAt === null;
  const write = (
    <Button look={waits ? 'secondary' : 'primary'} onPress={() => setOpen('draft')}>
      {writingTitle(regulation)}
    </Button>
  );
  return (
    <Page
      where={<Link href={`/facilities/${facilityId}/regulations`}>規程・方針</Link>}
      title={title}
      sub={`${regulationKindTitles[kind]}。${reviewText(regulation)}`}
      action={
        may(roles, 'regulation.write') && (
          <>
            <Button onPress={() => setOpen('edit')}>名前・条項・期限を直す</Button>
            {versions.length > 0 && write}
          </>
        )
      }
    >
      <Late regulation={regulation} />
      {versions.length === 0 && (
        <EmptyState icon="book" title="まだ本文がありません" action={may(roles, 'regulation.write') && write}>
          本文を書くか、文案から始めます。ファイルだけの文書は、本文を空にして、版にファイルを加えます。
        </EmptyState>
      )}
      {versions.map((version, place) => (
        <VersionCard
          key={version.id}
          {...{ facilityId, regulation, version, roles }}
          newest={place === 0 || (place === 1 && waits)}
        />
      ))}
      {open === 'edit' && <RegulationDialog {...{ facilityId, regulation }} onClose={() => setOpen(null)} />}
      {open === 'draft' && <DraftDialog {...{ facilityId, regulation }} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function reviewText({ withdrawn, reviewOn }: ShownRegulation): string {
  if (withdrawn) return '使うのをやめた文書です。';
  return reviewOn === null ? '見直しの期限は決まっていません。' : `見直しの期限は${japaneseDay(reviewOn)}です。`;
}

function Late({ regulation }: { readonly regulation: ShownRegulation }) {
  const [newest] = regulation.versions;
  if (!newest || !isReviewLate(regulation, dayInJapan(new Date()))) return null;
  return (
    <Callout tone="attention" title="見直しの期限を過ぎています。">
      {newest.approvedAt === null
        ? '待っている案を経営者が承認すると、期限が新しくなります。'
        : '実際と合っているかを確かめます。変える所がなくても、「次の版の案」に確かめたことを書き、経営者が承認すると、期限が新しくなります。'}
    </Callout>
  );
}
