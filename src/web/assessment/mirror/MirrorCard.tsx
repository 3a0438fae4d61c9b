import { may } from '#core/identity/role.ts';
import { useSession } from '#web/identity/index.ts';
import { Late } from '#web/platform/Late.tsx';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import type { PagePart } from '../result-page.ts';
import { ExecutiveCount } from './ExecutiveCount.tsx';

const loadMirrorParts = async () => (await import('./MirrorParts.tsx')).MirrorParts;

/** How the executives see the house beside what those who run the systems answered. */
export function MirrorCard({ loaded, shown, path }: PagePart) {
  const roles = useSession().facilities.find(({ id }) => id === path.facilityId)?.roles ?? [];
  const { executiveMembers, view } = loaded;
  if (executiveMembers === null) return null;
  const part = shown.report.mirror;
  return (
    <Card title="経営層の見方とのずれ" aside={part && `経営層${part.executives}人の中央値（真ん中の値）と、担当者の点`}>
      <div className="flex flex-col gap-5">
        {part && view.mirror && <Late load={loadMirrorParts} props={{ part, mirror: view.mirror, shown }} />}
        {part?.claims && <p className="text-help">{part.claims}</p>}
        <ExecutiveCount submitted={view.executives} members={executiveMembers} shown={part !== null} />
        {executiveMembers === 0 && view.executives === 0 && may(roles, 'member.invite') && (
          <div>
            <ButtonLink href={`/facilities/${path.facilityId}/members/invite?role=executive`}>経営層を招く</ButtonLink>
          </div>
        )}
      </div>
    </Card>
  );
}
