import type { ReactNode } from 'react';
import { fewestForSpread } from '#core/assessment/mirror.ts';
import type { Role } from '#core/identity/role.ts';
import type { SelfAssessmentSheet } from '#core/sheet/run.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { RunProgress } from './RunProgress.tsx';
import { RunWay } from './RunWay.tsx';
import { durations } from './sheet-facts.ts';
import type { YearSheet } from './year-sheets.ts';

type RunCardProps = {
  readonly facilityId: string;
  readonly roles: readonly Role[];
  readonly yearSheet: YearSheet;
  readonly next: boolean;
  readonly about: { readonly title: string; readonly description: string; readonly respondent: string } | undefined;
};

/** One sheet of this year: what it is, who answers it, how long it takes, how far it is, and the next step. */
export function RunCard({ about, ...way }: RunCardProps) {
  const { facilityId, yearSheet, next } = way;
  const { sheetId, main, run } = yearSheet;
  return (
    <section
      aria-labelledby={`sheet-${sheetId}`}
      className={`flex h-full flex-col justify-between gap-4 rounded-12 border bg-white p-4 sm:p-5 ${
        next ? 'border-blue-900' : 'border-solid-gray-100'
      }`}
    >
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 id={`sheet-${sheetId}`} className="text-section">
            {about?.title ?? run?.sheetTitle}
          </h2>
          <span className="text-help text-solid-gray-700">{about?.description}</span>
          {main && <Tag tone="now">この施設に合う点検票</Tag>}
          {run?.status === 'submitted' && <Tag tone="done">✓ 提出済み</Tag>}
        </div>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-help">
          <Fact title="答える人">{about?.respondent}</Fact>
          <Fact title="時間">{durations[sheetId]}</Fact>
        </dl>
        <Explanation sheetId={sheetId} />
        {main && (
          <p className="text-help">
            施設の種類が変わったときや、合わないと思うときは、
            <Link href={`/facilities/${facilityId}/profile`}>施設の情報</Link>
            で確かめられます。
          </p>
        )}
        {run && <RunProgress run={run} />}
      </div>
      <RunWay {...way} title={about?.title ?? ''} />
    </section>
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

function Explanation({ sheetId }: { readonly sheetId: SelfAssessmentSheet }) {
  if (sheetId === 'network-level') {
    return (
      <p className="text-help">
        外とのつなぎ目・USBなどの媒体・院内の区切りから、ネットワークの段階（0〜3）が分かります。
      </p>
    );
  }
  if (sheetId !== 'executive') return null;
  return (
    <p className="flex items-start gap-2 rounded-8 bg-solid-gray-50 px-4 py-3 text-help">
      <span className="pt-1">
        <Icon name="lock" small />
      </span>
      <span>
        一人ずつの点検票です。回答は本人だけが見られ、施設のだれにも見えません。
        {fewestForSpread}人以上が提出すると、中央値（真ん中の値）と幅だけが結果に出ます。
      </span>
    </p>
  );
}
