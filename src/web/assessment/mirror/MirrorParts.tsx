import type { Mirror } from '#core/assessment/mirror.ts';
import type { MirrorPart } from '#core/assessment/report/mirror-part.ts';
import type { ShownResult } from '../result/shown-result.ts';
import { MirrorAreas } from './MirrorAreas.tsx';
import { MirrorQuestions } from './MirrorQuestions.tsx';

type MirrorPartsProps = { readonly part: MirrorPart; readonly mirror: Mirror; readonly shown: ShownResult };

/** The two views side by side, and what to ask each other where they differ. */
export function MirrorParts({ part, mirror, shown }: MirrorPartsProps) {
  return (
    <div className="grid items-start gap-x-8 gap-y-5 xl:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <MirrorAreas part={part} mirror={mirror} />
      <MirrorQuestions part={part} shown={shown} />
    </div>
  );
}
