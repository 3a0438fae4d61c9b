import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { may } from '#core/identity/role.ts';
import { fiscalYearLabel } from '#core/kernel/fiscal-year.ts';
import { fewestShown } from '#core/kernel/small-cells.ts';
import { auditedWords } from '#core/region/audited.ts';
import { regionContract } from '#core/region/contract.ts';
import { stages, stageTitles } from '#core/sheet/stage.ts';
import { useSession } from '#web/identity/index.ts';
import { drawnName } from '#web/organisation/index.ts';
import { queriesFor } from '#web/platform/api.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import { Tag } from '#web/ui/Tag.tsx';

const region = queriesFor(regionContract);
type View = Awaited<ReturnType<typeof region.read.call>>;
type Facility = View['facilities'][number];

const tones = { 'not-begun': 'attention', open: 'now', submitted: 'done' } as const;
const scoreOf = (score: number | null) => score?.toFixed(2) ?? '—';
/** A result that is not there yet is told from one the facility does not show. */
const scoreWords = ({ score, stage }: Facility) =>
  score === null && stage !== 'submitted' ? '提出前' : scoreOf(score);
const levelOf = (level: number | null) => (level === null ? '—' : `レベル${level}`);
const columns: readonly Column<Facility, 'name' | 'city' | 'stage' | 'score' | 'level'>[] = [
  { key: 'name', title: '施設', names: true, cell: (facility) => <Named facility={facility} /> },
  { key: 'stage', title: '進み具合', cell: ({ stage }) => <Tag tone={tones[stage]}>{stageTitles[stage]}</Tag> },
  { key: 'city', title: '所在地', roomy: true, cell: ({ city }) => city },
  { key: 'score', title: '総合点（3点満点）', numeric: true, roomy: true, cell: scoreWords },
  {
    key: 'level',
    title: 'ネットワーク',
    numeric: true,
    roomy: true,
    cell: ({ level }) => levelOf(level),
  },
];

/** What the members of a corporation or network let it see of this year's assessment. */
export function RegionPage() {
  const { organisationId = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(region.read.queryOptions({ input: { organisationId }, staleTime: 0 }));
  const { fiscalYear, facilities, unnamed, audited } = data;
  return (
    <Page
      title="地域の点検の進み具合"
      sub={`${fiscalYearLabel(fiscalYear)}。施設が見せると決めたものだけです。点は、施設が許したときだけ出ます。回答は出ません。`}
    >
      {facilities.length === 0 && unnamed.facilities === 0 ? (
        <NoMembers organisationId={organisationId} />
      ) : (
        <Summary facilities={facilities} />
      )}
      {facilities.length > 0 && (
        <Card title="施設ごとの進み具合" aside={`${facilities.length}施設`}>
          <Table caption="施設ごとの、点検の進み具合と点" columns={columns} rows={facilities} rowKey={({ id }) => id} />
        </Card>
      )}
      {audited.facilities !== 0 && <Audited audited={audited} />}
      {unnamed.facilities !== 0 && <Unnamed unnamed={unnamed} />}
    </Page>
  );
}

function NoMembers({ organisationId }: { readonly organisationId: string }) {
  const roles = useSession().organisations.find(({ id }) => id === organisationId)?.roles ?? [];
  const proposes = may(roles, 'organisation.propose');
  return (
    <EmptyState
      icon="building"
      title="参加している施設はまだありません"
      action={
        proposes && (
          <ButtonLink look="primary" href={`/organisations/${organisationId}/find`}>
            施設を探す
          </ButtonLink>
        )
      }
    >
      {proposes ? '参加を提案します。' : '参加を提案できる役割の人が、施設を探して提案します。'}
      施設の管理者が確かめると、ここに並びます。
    </EmptyState>
  );
}

/** On a phone the rest of the row stands below the name. */
function Named({ facility: { name, city, score, level } }: { readonly facility: Facility }) {
  return (
    <>
      {drawnName(name)}
      <span className="mt-1 block text-help text-solid-gray-700 sm:hidden">
        {city}
        {(score !== null || level !== null) && `　総合点 ${scoreOf(score)}　ネットワーク ${levelOf(level)}`}
      </span>
    </>
  );
}

function Summary({ facilities }: { readonly facilities: readonly Facility[] }) {
  return (
    <ul className="grid grid-cols-3 gap-3">
      {stages.map((stage) => (
        <li key={stage} className="rounded-12 border border-solid-gray-100 bg-white p-3 sm:p-4">
          <p className="text-help text-solid-gray-700">{stageTitles[stage]}</p>
          <p className="text-figure tabular-nums">
            {facilities.filter((facility) => facility.stage === stage).length}
            <span className="text-help">施設</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Unnamed({ unnamed }: { readonly unnamed: View['unnamed'] }) {
  const isHidden = stages.every((stage) => unnamed.stages[stage] === null);
  return (
    <Card
      title="数だけ数える施設"
      aside={unnamed.facilities === null ? `${fewestShown}施設未満` : `${unnamed.facilities}施設`}
    >
      <p className="text-help">
        {isHidden
          ? 'どこまで進んだ施設がいくつあるかは、数が少ないため出しません。'
          : stages.map((stage) => `${stageTitles[stage]} ${unnamed.stages[stage] ?? '非表示'}`).join('、')}
      </p>
    </Card>
  );
}

/** The scores above are what the facilities claim; how far audits were from that, of all of them together. */
function Audited({ audited }: { readonly audited: View['audited'] }) {
  return (
    <Card
      title="監査で確かめた施設"
      aside={audited.facilities === null ? `${fewestShown}施設未満` : `${audited.facilities}施設`}
    >
      <p className="measure text-help">上の点は、施設が自分で答えたものです。{auditedWords(audited)}</p>
    </Card>
  );
}
