import type { ReactNode } from 'react';
import { roleTitles } from '#core/identity/role.ts';
import { agreementStateTitles } from '#core/organisation/support-agreement.ts';
import { Day } from '#web/ui/Day.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { AgreementView } from '../above-queries.ts';

const lastMoment = 1;
/** The last day of an agreement: it ends as that day does. */
export const lastDay = (endsAt: string) => new Date(new Date(endsAt).getTime() - lastMoment);

type AgreementLineProps = {
  readonly agreement: AgreementView;
  /** The other side: the organisation for a facility, the facility for an organisation. */
  readonly who: ReactNode;
  readonly action?: ReactNode;
  /** Where it stands what supporters did and saw through it. */
  readonly log?: string | undefined;
};

/** One agreement in a list: with whom, for what, how far and until when. */
export function AgreementLine({ agreement, who, action, log }: AgreementLineProps) {
  const { state, purpose, scope, endsAt, endedAt, lastEntryAt } = agreement;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-t border-solid-gray-100 py-4 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2 font-700">
          {who}
          <Tag tone={state === 'live' ? 'done' : state === 'asked' ? 'attention' : 'plain'}>
            {agreementStateTitles[state]}
          </Tag>
        </p>
        <dl className="mt-1 grid grid-cols-[6.5rem_1fr] gap-x-3 text-help">
          <Fact title="目的">{purpose}</Fact>
          <Fact title="範囲">{scope.map((one) => roleTitles[one]).join('、')}</Fact>
          <Fact title="期限">
            {endedAt ? (
              <>
                <Day at={new Date(endedAt)} />
                に終了
              </>
            ) : (
              <>
                <Day at={lastDay(endsAt)} />
                まで
              </>
            )}
          </Fact>
          {state !== 'asked' && <LastEntry lastEntryAt={lastEntryAt} log={log} />}
        </dl>
      </div>
      {action && <div className="flex flex-wrap gap-2">{action}</div>}
    </li>
  );
}

function LastEntry({ lastEntryAt, log }: Pick<AgreementView, 'lastEntryAt'> & Pick<AgreementLineProps, 'log'>) {
  return (
    <Fact title="最後に入った日">
      {lastEntryAt ? <Day at={new Date(lastEntryAt)} /> : 'まだありません'}
      {lastEntryAt && log && (
        <span className="ml-3">
          <Link href={log}>支援者が見たもの・したこと</Link>
        </span>
      )}
    </Fact>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-solid-gray-700">{title}</dt>
      <dd>{children}</dd>
    </>
  );
}
