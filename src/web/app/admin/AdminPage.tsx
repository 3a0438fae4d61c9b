import { useSuspenseQuery } from '@tanstack/react-query';
import { facilityTypeTitles } from '#core/organisation/facility.ts';
import { prefectureName } from '#core/organisation/prefecture.ts';
import { drawnName, importsQuery, type Registered, registerQuery } from '#web/organisation/index.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { type StartStep, startSteps } from './start-steps.ts';

/** What the system administrator does next, from the register to the first administrator of a facility. */
export function AdminPage() {
  const { data: imports } = useSuspenseQuery(importsQuery());
  const { data: opened } = useSuspenseQuery(registerQuery({ only: 'opened' }));
  const steps = startSteps(imports, opened.facilities);
  const next = steps.find(({ done }) => !done);
  return (
    <Page
      title="まもり全体の管理"
      sub="施設の利用を始め、最初の管理者にリンクを渡すまでを行います。施設の回答や結果は、ここからは見えません。"
      action={
        next && (
          <ButtonLink look="primary" href={next.act.href}>
            {next.act.label}
          </ButtonLink>
        )
      }
    >
      <Card title="始める順番">
        <ol>
          {steps.map((step, place) => (
            <Step key={step.title} step={step} number={place + 1} />
          ))}
          <Step
            number={steps.length + 1}
            step={{
              title: '最初の管理者を招く',
              words: '利用を始めた施設のページから、施設の管理者になる人へ渡すリンクを作ります。',
              done: false,
            }}
          />
        </ol>
      </Card>
      <Opened facilities={opened.facilities} more={opened.next !== null} />
    </Page>
  );
}

type StepProps = { readonly number: number; readonly step: Omit<StartStep, 'act'> & Partial<Pick<StartStep, 'act'>> };

function Step({ number, step: { title, words, done, act } }: StepProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-solid-gray-100 py-4 first:border-t-0 first:pt-0 last:pb-0">
      <span aria-hidden="true" className="w-6 shrink-0 text-figure leading-120 tabular-nums text-blue-900">
        {number}
      </span>
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 font-700">
          {title}
          {done && <Tag tone="done">✓ 済み</Tag>}
        </p>
        <p className="text-help text-solid-gray-700">{words}</p>
      </div>
      {act && <ButtonLink href={act.href}>{act.label}</ButtonLink>}
    </li>
  );
}

type OpenedProps = { readonly facilities: readonly Registered[]; readonly more: boolean };

const mostShown = 10;

function Opened({ facilities, more }: OpenedProps) {
  if (facilities.length === 0) return null;
  const shown = facilities.slice(0, mostShown);
  const cut = more || shown.length < facilities.length;
  return (
    <Card
      title="利用を始めた施設"
      aside={cut ? <Link href="/admin/register?only=opened">すべて見る</Link> : `${facilities.length}施設`}
    >
      <ul>
        {shown.map((facility) => (
          <li
            key={facility.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0"
          >
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-700">
                <Link href={`/admin/register/${facility.id}`}>{drawnName(facility.name)}</Link>
              </p>
              <p className="text-help text-solid-gray-700">
                {prefectureName(facility.prefecture)}
                {facility.city}・{facilityTypeTitles[facility.type]}
              </p>
            </div>
            {facility.hasMembers ? (
              <span className="text-help text-solid-gray-700">招待は施設の管理者が行います</span>
            ) : (
              <ButtonLink size="small" href={`/admin/facilities/${facility.id}/invite`}>
                最初の管理者を招く
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
