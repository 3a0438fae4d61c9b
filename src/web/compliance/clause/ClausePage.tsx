import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { may, type Role } from '#core/identity/role.ts';
import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import { EvidenceFiles } from '#web/evidence/index.tsx';
import { useSession } from '#web/identity/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { clausesQuery, type ShownClause } from '../calls.ts';
import { AskedOfClause } from './AskedOfClause.tsx';
import { ClauseDialog } from './ClauseDialog.tsx';
import { ClauseHelp } from './ClauseHelp.tsx';
import { ClauseSteps } from './ClauseSteps.tsx';

/** One clause: how far it is, who sees to it, its proof, and what it means. */
export function ClausePage() {
  const { facilityId = '', clauseId = '' } = useParams({ strict: false });
  return (
    <OnceRead>
      <OneClause {...{ facilityId, clauseId }} />
    </OnceRead>
  );
}

function OneClause({ facilityId, clauseId }: { readonly facilityId: string; readonly clauseId: string }) {
  const { data } = useSuspenseQuery(clausesQuery(facilityId));
  const { person, facilities } = useSession();
  const roles: readonly Role[] = facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const [editing, setEditing] = useState(false);
  const clause = data.clauses.find(({ id }) => id === clauseId);
  const back = <Link href={`/facilities/${facilityId}/clauses`}>ガイドライン</Link>;
  if (!clause) {
    return (
      <Page title="条項が見つかりません" where={back}>
        <EmptyState title="この番号の条項はありません">「ガイドライン」の一覧から選んでください。</EmptyState>
      </Page>
    );
  }
  const edits = may(roles, 'clause.edit');
  return (
    <Page
      where={back}
      title={`${clause.label} ${clause.text}`}
      action={edits && <Button onPress={() => setEditing(true)}>担当・期限・文書を書く</Button>}
    >
      <Card title="どこまで来たか">
        <ClauseSteps {...{ facilityId, clause, roles }} />
      </Card>
      <Card title="担当・期限・文書">
        <Facts clause={clause} />
        {clause.undone !== '' && <AskedOfClause {...{ facilityId, clause, roles }} />}
      </Card>
      <Card title="証跡">
        <EvidenceFiles
          facilityId={facilityId}
          place={{ itemId: clause.id }}
          person={{ id: person.id, roles }}
          mayAdd={may(
            roles.filter((role) => role !== 'staff' && role !== 'auditor'),
            'evidence.write',
          )}
        />
      </Card>
      <ClauseHelp clause={clause} />
      {editing && <ClauseDialog {...{ facilityId, clause }} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function Facts({ clause: { owner, dueOn, documents, undone } }: { readonly clause: ShownClause }) {
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['担当', owner?.name ?? '決まっていない'],
    ['期限', dueOn === null ? '決まっていない' : japaneseDay(dueOn)],
    ['文書', documents || 'まだ書いていません'],
    ...(undone === '' ? [] : [['できない理由', undone] as const]),
  ];
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[8rem_1fr]">
      {facts.map(([title, text]) => (
        <div key={title} className="contents">
          <dt className="text-help text-solid-gray-700">{title}</dt>
          <dd className="measure mb-1 whitespace-pre-line">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
