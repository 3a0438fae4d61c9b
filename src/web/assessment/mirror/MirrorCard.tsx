import { Late } from '#web/platform/Late.tsx';
import { Card } from '#web/ui/Card.tsx';
import type { PagePart } from '../result-page.ts';
import { ExecutiveCount } from './ExecutiveCount.tsx';

const loadMirrorParts = async () => (await import('./MirrorParts.tsx')).MirrorParts;

/** How the executives see the house beside what those who run the systems answered. */
export function MirrorCard({ loaded, shown }: PagePart) {
  const { executiveMembers, view } = loaded;
  if (executiveMembers === null) return null;
  const part = shown.report.mirror;
  return (
    <Card title="経営層の見方とのずれ" aside={part && `経営層${part.executives}人の中央値（真ん中の値）と、担当者の点`}>
      <div className="flex flex-col gap-5">
        {part && view.mirror && <Late load={loadMirrorParts} props={{ part, mirror: view.mirror, shown }} />}
        <ExecutiveCount submitted={view.executives} members={executiveMembers} shown={part !== null} />
      </div>
    </Card>
  );
}
