import { type Act, actTitles } from '../kernel/act.ts';
import { type ActivityKind, activityKindOf } from './activity-kind.ts';

/** Every act of a kind. */
export function actsOfKind(kind: ActivityKind): readonly Act[] {
  return (Object.keys(actTitles) as Act[]).filter((act) => activityKindOf(act) === kind);
}
