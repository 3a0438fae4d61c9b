import { type FacilityType, facilityTypeTitles } from '#core/organisation/facility.ts';
import { Tag } from '#web/ui/Tag.tsx';

type TypeWordsProps = { readonly type: FacilityType; readonly guessed: boolean };

/** The type of a facility; one taken from its name says so. */
export function TypeWords({ type, guessed }: TypeWordsProps) {
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      {facilityTypeTitles[type]}
      {guessed && <Tag>推定</Tag>}
    </span>
  );
}
