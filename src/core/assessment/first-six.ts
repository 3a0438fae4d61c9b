import { liftedItems } from './measure-effect.ts';
import { compareMeasures, type Proposals, type ProposedMeasure } from './measures.ts';
import type { AreaScore } from './scoring.ts';

type Picked = readonly ProposedMeasure[];

/** Whether the measure can be begun: nothing blocks it but what has been picked before it. */
function canBegin({ prerequisites }: ProposedMeasure, picked: Picked): boolean {
  return prerequisites.every(({ id, blocks }) => !blocks || picked.some((measure) => measure.id === id));
}

/** Whether the measure brings an item to 2 that the picked ones leave low; one that lifts nothing always adds. */
function adds({ causes }: ProposedMeasure, picked: Picked): boolean {
  const lifted = liftedItems(causes);
  const reached = new Set(picked.flatMap((measure) => liftedItems(measure.causes)));
  return lifted.length === 0 || lifted.some((item) => !reached.has(item));
}

function nextOf(candidates: Picked, picked: Picked): ProposedMeasure | undefined {
  const open = candidates.filter(
    (measure) => !picked.includes(measure) && canBegin(measure, picked) && adds(measure, picked),
  );
  const [best] = open;
  const fromNewArea = open.find(({ area, gain, costClass }) => {
    const isAsGood = gain === best?.gain && costClass === best.costClass;
    return isAsGood && !picked.some((measure) => measure.area === area);
  });
  return fromNewArea ?? best;
}

/**
 * The six measures to begin with: those that bring low items to 2, without cost first, one per area as far as there
 * are areas, the weakest area first; none that waits for a measure not picked before it.
 */
export function firstSix({ measures, elsewhere }: Proposals, areas: readonly AreaScore[]): Picked {
  const scoreOf = new Map(areas.map(({ id, score }) => [id, score ?? 3]));
  const candidates = [...measures, ...elsewhere].sort((a, b) => {
    const sameKind = a.gain === b.gain && a.costClass === b.costClass;
    const weaker = (scoreOf.get(a.area) ?? 3) - (scoreOf.get(b.area) ?? 3);
    return (sameKind && weaker) || compareMeasures(a, b);
  });
  const picked: ProposedMeasure[] = [];
  while (picked.length < 6) {
    const next = nextOf(candidates, picked);
    if (!next) break;
    picked.push(next);
  }
  return picked;
}
