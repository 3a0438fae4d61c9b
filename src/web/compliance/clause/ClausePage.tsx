import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { may, type Role } from '#core/identity/role.ts';
import { EvidenceFiles } from '#web/evidence/index.tsx';
import { useSession } from '#web/identity/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Fact, Facts } from '#web/ui/Facts.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { clausesQuery, type ShownClause } from '../calls.ts';
import { AskedOfClause } from './AskedOfClause.tsx';
import { ClauseDialog } from './ClauseDialog.tsx';
import { ClauseDoubt } from './ClauseDoubt.tsx';
import { ClauseHelp } from './ClauseHelp.tsx';
import { ClauseSteps } from './ClauseSteps.tsx';
import { clauseFacts, isLate } from './clause-words.ts';
import { ShownBy } from './ShownBy.tsx';

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
  const clause = data.parts.flatMap(({ clauses }) => clauses).find(({ id }) => id === clauseId);
  const back = <Back {...{ facilityId, part: clause?.part }} />;
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
      action={edits && <Button onPress={() => setEditing(true)}>担当・期限・できない理由を書く</Button>}
    >
      <ClauseDoubt clause={clause} />
      <Card title="どこまで来たか">
        <ClauseSteps {...{ facilityId, clause, roles }} />
      </Card>
      <Card title="担当・期限・できない理由">
        <Said clause={clause} />
        {clause.undone !== '' && <AskedOfClause {...{ facilityId, clause, roles }} />}
      </Card>
      <Card title="証跡">
        <ShownBy {...{ facilityId, shownBy: clause.shownBy }} />
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

type BackProps = { readonly facilityId: string; readonly part: ShownClause['part'] | undefined };

function Back({ facilityId, part }: BackProps) {
  const to = part ? `?part=${part.id}` : '';
  return (
    <Link href={`/facilities/${facilityId}/clauses${to}`}>ガイドライン{part && ` ${part.title} ${part.version}`}</Link>
  );
}

function Said({ clause }: { readonly clause: ShownClause }) {
  return (
    <Facts>
      {clauseFacts(clause).map(({ title, text }) => (
        <Fact key={title} title={title}>
          <span className="measure mr-2 whitespace-pre-line">{text}</span>
          {title === '期限' && isLate(clause) && <Tag tone="attention">期限を過ぎています</Tag>}
        </Fact>
      ))}
    </Facts>
  );
}
