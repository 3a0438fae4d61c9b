import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { nextStep } from '#core/compliance/clause/clause-cycle.ts';
import { useSession } from '#web/identity/index.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { type ClauseRegisterView, clausesQuery, type ShownClause } from '../calls.ts';
import { ClauseRow } from './ClauseRow.tsx';
import { type ClausesShown, clauseViews, isLate, isShown, stateOf, stepNouns, waitsFor } from './clause-words.ts';

/** The clauses of the guideline for executives, each with how far it has come. */
export function ClausesPage() {
  const { facilityId = '' } = useParams({ strict: false });
  return (
    <OnceRead>
      <Register facilityId={facilityId} />
    </OnceRead>
  );
}

function Register({ facilityId }: { readonly facilityId: string }) {
  const { data } = useSuspenseQuery(clausesQuery(facilityId));
  const { person, facilities } = useSession();
  const roles = facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const waiting = data.clauses.filter((clause) => waitsFor(roles, clause));
  const [view, setView] = useState<ClausesShown>('all');
  const shown = data.clauses.filter((clause) => isShown(clause, view, person.id));
  return (
    <>
      <PageHead
        where={`${data.guideline.title} 第${data.guideline.version}版・遵守事項`}
        title="ガイドライン"
        sub={`経営層が指示し、担当が実施して報告し、経営層が確かめます。条項ごとに、どこまで来たかを残します。${waiting.length > 0 ? `あなたの番の条項は、${waiting.length}あります。` : ''}`}
        action={waiting[0] && <FirstWaiting {...{ facilityId, clause: waiting[0] }} />}
      />
      <div className="flex flex-col gap-5">
        <Counts clauses={data.clauses} />
        <RadioGroup label="見る条項" inline options={clauseViews} value={view} onChange={setView} />
        {shown.length === 0 && (
          <EmptyState title="当てはまる条項はありません">「見る条項」を「すべて」に戻すと、全部が出ます。</EmptyState>
        )}
        <Chapters {...{ facilityId, clauses: shown }} />
        <SourceNote guideline={data.guideline} />
      </div>
    </>
  );
}

/** The way to the first clause that waits for this person. */
function FirstWaiting({ facilityId, clause }: { readonly facilityId: string; readonly clause: ShownClause }) {
  return (
    <ButtonLink look="primary" href={`/facilities/${facilityId}/clauses/${clause.id}`}>
      {clause.label}の{stepNouns[nextStep(stateOf(clause))]}から始める
    </ButtonLink>
  );
}

function Counts({ clauses }: { readonly clauses: readonly ShownClause[] }) {
  const count = (is: (clause: ShownClause) => boolean) => String(clauses.filter(is).length);
  const under = (clause: ShownClause) => !['not-begun', 'followed-up'].includes(stateOf(clause));
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4 wide:gap-5">
      <Figure
        title="確かめた"
        figure={count((clause) => stateOf(clause) === 'followed-up')}
        unit={`/ ${clauses.length}条項`}
      />
      <Figure title="進めている" figure={count(under)} unit="条項" />
      <Figure title="まだ" figure={count(({ steps }) => steps.length === 0)} unit="条項" />
      <Figure title="期限を過ぎた" figure={count(isLate)} unit="条項" />
    </div>
  );
}

type ChaptersProps = { readonly facilityId: string; readonly clauses: readonly ShownClause[] };

function Chapters({ facilityId, clauses }: ChaptersProps) {
  const byChapter = Map.groupBy(clauses, ({ chapter }) => chapter.no);
  return [...byChapter.values()].map((of) => {
    const [{ chapter } = { chapter: { no: 0, title: '' } }] = of;
    const done = of.filter((clause) => stateOf(clause) === 'followed-up').length;
    return (
      <Card key={chapter.no} title={`${chapter.no} ${chapter.title}`} aside={`確かめた ${done} / ${of.length}`}>
        <ul>
          {of.map((clause) => (
            <ClauseRow key={clause.id} {...{ facilityId, clause }} />
          ))}
        </ul>
      </Card>
    );
  });
}

function SourceNote({ guideline }: Pick<ClauseRegisterView, 'guideline'>) {
  return (
    <p className="measure text-note text-solid-gray-700">
      出典：{guideline.source}。{guideline.note}
    </p>
  );
}
