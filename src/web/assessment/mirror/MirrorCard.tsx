import { Card } from '#web/ui/Card.tsx';
import type { PagePart } from '../result-page.ts';
import { ExecutiveCount } from './ExecutiveCount.tsx';
import { MirrorAreas } from './MirrorAreas.tsx';
import { MirrorQuestions } from './MirrorQuestions.tsx';

/** How the executives see the house beside what those who run the systems answered. */
export function MirrorCard({ loaded, shown }: PagePart) {
  const { executiveMembers, view } = loaded;
  if (executiveMembers === null) return null;
  const part = shown.report.mirror;
  return (
    <Card title="経営層の見方とのずれ" aside={part && `経営層${part.executives}人の中央値と、システム担当者の点`}>
      <div className="flex flex-col gap-5">
        {part && view.mirror && (
          <div className="grid items-start gap-x-8 gap-y-5 xl:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
            <MirrorAreas part={part} mirror={view.mirror} />
            <MirrorQuestions questions={part.questions} shown={shown} />
          </div>
        )}
        <ExecutiveCount submitted={view.executives} members={executiveMembers} shown={part !== null} />
      </div>
    </Card>
  );
}
