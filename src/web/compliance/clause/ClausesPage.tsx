import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { nextStep } from '#core/compliance/clause/clause-cycle.ts';
import { firstOfAppendix, isEntrusted } from '#core/compliance/clause/clause-scope.ts';
import { originalOf } from '#core/compliance/clause/original.ts';
import { partDoubtOf } from '#core/compliance/clause/part-doubt.ts';
import { useSession } from '#web/identity/index.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { OutsideLink } from '#web/ui/OutsideLink.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { type ClauseRegisterView, clausesQuery, type ShownClause } from '../calls.ts';
import { ClauseCounts } from './ClauseCounts.tsx';
import { DoubtOfPart } from './ClauseDoubt.tsx';
import { ClauseLines } from './ClauseLines.tsx';
import { type ClauseSearch, clauseSearch, clauseViews } from './clause-search.ts';
import { isShown, stateOf, stepNouns, waitsFor } from './clause-words.ts';
import { LeftOut } from './LeftOut.tsx';
import { ScopeNote } from './ScopeNote.tsx';

/** The guideline part by part, each line with how far it has come; only what is for the facility. */
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
  const { facilities } = useSession();
  const roles = facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const search = useSearch({ strict: false, select: clauseSearch });
  const navigate = useNavigate();
  const part = data.parts.find(({ guideline }) => guideline.id === search.part) ?? data.parts[0];
  const ours = (part?.clauses ?? []).filter(({ scope }) => scope.applies !== 'no');
  const waiting = ours.filter((clause) => waitsFor(roles, clause));
  const go = (next: ClauseSearch) => void navigate({ to: '.', search: next, replace: true, resetScroll: false });
  return (
    <>
      <PageHead
        where="医療情報システムの安全管理に関するガイドライン"
        title="ガイドライン"
        sub={`経営層や企画管理者が指示し、担当が実施して報告し、指示した人が確かめます。条項ごとに、どこまで来たかを残します。${waiting.length > 0 ? `あなたの番の条項は、${waiting.length}あります。` : ''}`}
        action={waiting[0] && <FirstWaiting {...{ facilityId, clause: waiting[0] }} />}
      />
      <div className="flex flex-col gap-5">
        <ScopeNote {...{ facilityId, facility: data.facility }} />
        <RadioGroup
          label="見る編"
          inline
          options={data.parts.map(({ guideline }) => ({
            value: guideline.id,
            label: partTitle(guideline, data.facility),
          }))}
          value={part?.guideline.id ?? null}
          onChange={(id) => go({ ...search, part: id })}
        />
        {part && <OnePart {...{ facilityId, part, search, go }} />}
      </div>
    </>
  );
}

type OfRegister = ClauseRegisterView['parts'][number]['guideline'];

/** What a part is called, with whether it may be left aside under みなし遵守. */
function partTitle(part: OfRegister, { deemed }: ClauseRegisterView['facility']): string {
  const aside = deemed === 'may-apply' && !isEntrusted(part) ? '（省ける見込み）' : '';
  return `${part.title} ${part.version}${aside}`;
}

/** The way to the first clause that waits for this person. */
function FirstWaiting({ facilityId, clause }: { readonly facilityId: string; readonly clause: ShownClause }) {
  return (
    <ButtonLink look="primary" href={`/facilities/${facilityId}/clauses/${clause.id}`}>
      {clause.label}の{stepNouns[nextStep(stateOf(clause))]}から始める
    </ButtonLink>
  );
}

type OnePartProps = {
  readonly facilityId: string;
  readonly part: ClauseRegisterView['parts'][number];
  readonly search: ClauseSearch;
  readonly go: (next: ClauseSearch) => void;
};

function OnePart({ facilityId, part: { guideline, clauses }, search, go }: OnePartProps) {
  const { person } = useSession();
  const view = search.clauses ?? 'all';
  const ours = clauses.filter(({ scope }) => scope.applies !== 'no');
  const shown = ours.filter((clause) => isShown(clause, view, person.id));
  const doubt = partDoubtOf(ours);
  const original = originalOf(guideline);
  return (
    <>
      <DoubtOfPart part={guideline} doubt={doubt} />
      {ours.length > 0 && <ClauseCounts clauses={ours} />}
      {ours.length > 0 && (
        <RadioGroup
          label="見る条項"
          inline
          options={clauseViews}
          value={view}
          onChange={(next) => go({ ...search, clauses: next })}
        />
      )}
      {ours.length > 0 && shown.length === 0 && (
        <EmptyState title="当てはまる条項はありません">「見る条項」を「すべて」に戻すと、全部が出ます。</EmptyState>
      )}
      <ClauseLines {...{ facilityId, clauses: shown, doubt }} />
      {isEntrusted(guideline) && <Appendix clauses={clauses} />}
      <LeftOut
        key={guideline.id}
        {...{ facilityId, clauses: clauses.filter(({ scope }) => scope.applies === 'no'), doubt }}
      />
      <p className="measure text-note text-solid-gray-700">
        出典：{guideline.source}。{guideline.note}{' '}
        {original && <OutsideLink href={original.href}>{original.title}</OutsideLink>}
      </p>
    </>
  );
}

/** Says that the 別紙 is not there yet, and who can load it. */
function Appendix({ clauses }: Pick<OnePartProps['part'], 'clauses'>) {
  if (clauses.some(({ chapter }) => chapter.no >= firstOfAppendix)) return null;
  return (
    <EmptyState title="別紙（MDS/SDSの項目）は、まだ読み込まれていません">
      原文を確かめられていないため、項目は並べていません。システム管理者が「国の様式を読み込む」から読み込むと、ここに並びます。
    </EmptyState>
  );
}
