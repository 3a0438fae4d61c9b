import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { may } from '#core/identity/role.ts';
import { bands, bandTitles } from '#core/risk/band.ts';
import type { Criteria } from '#core/risk/criteria.ts';
import { levelsIn } from '#core/risk/level.ts';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { CriteriaForm } from './CriteriaForm.tsx';
import { criteriaQuery } from './calls.ts';
import { useRoles } from './use-roles.ts';

/** By what risks are estimated: the levels of both axes, and from which product on a risk asks for attention. */
export function CriteriaPage() {
  const { facilityId = '' } = useParams({ strict: false });
  return (
    <Page
      where={<Link href={`/facilities/${facilityId}/risks`}>リスク</Link>}
      title="見積もりの基準"
      sub="大きさは「起こりやすさの段 × 影響の大きさの段」です。順番を付けるための数で、12は6の2倍という意味ではありません。"
    >
      <OnceRead>
        <Shown facilityId={facilityId} />
      </OnceRead>
    </Page>
  );
}

function Shown({ facilityId }: { readonly facilityId: string }) {
  const { data } = useSuspenseQuery(criteriaQuery(facilityId));
  const roles = useRoles(facilityId);
  const { criteria, estimated } = data;
  return (
    <>
      {criteria.revision === 0 && (
        <p className="measure">
          今は、この製品が案として出している基準です。自分の施設の言葉と数に直して使ってください。
        </p>
      )}
      {may(roles, 'risk.criteria') ? (
        <CriteriaForm key={criteria.revision} {...{ facilityId, criteria, estimated }} />
      ) : (
        <Read criteria={criteria} />
      )}
    </>
  );
}

const thresholds = [
  ['hours', '止まる時間', '時間から'],
  ['patients', '患者', '人から'],
  ['leaked', '漏れる人', '人から'],
] as const;

function Read({ criteria }: { readonly criteria: Criteria }) {
  return (
    <>
      <Card title="起こりやすさ">
        <ol className="list-decimal pl-6">
          {criteria.likelihood.map(({ title, meaning }) => (
            <li key={title}>
              <strong>{title}</strong>　{meaning}
            </li>
          ))}
        </ol>
      </Card>
      <Card title="影響の大きさ">
        <ol className="list-decimal pl-6">
          {criteria.impact.map((level) => (
            <li key={level.title}>
              <strong>{level.title}</strong>　{level.meaning}
              <span className="block text-help text-solid-gray-700 empty:hidden">
                {thresholds
                  .flatMap(([key, name, unit]) =>
                    level[key] === null ? [] : [`${name} ${level[key].toLocaleString('ja-JP')}${unit}`],
                  )
                  .join('、')}
              </span>
            </li>
          ))}
        </ol>
      </Card>
      <Card title="大きさの呼び方">
        <ul>
          {bands.map((band) => {
            const [from, to] = levelsIn(band, criteria);
            return (
              <li key={band} className="tabular-nums">
                <strong>{bandTitles[band]}</strong>　{from}〜
                {Math.min(to, criteria.likelihood.length * criteria.impact.length)}
              </li>
            );
          })}
        </ul>
      </Card>
    </>
  );
}
