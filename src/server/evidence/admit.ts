import { type Catalogue, findClause, findItem } from '#core/catalogue/catalogue.ts';
import { mayAddEvidence, takesEvidence } from '#core/evidence/right.ts';
import { may } from '#core/identity/role.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import type { AddEvidenceInput } from './add-evidence.ts';
import { handedAreas } from './handed-areas.ts';
import type { Place } from './place.ts';
import { recordTakesFiles, taskStands } from './repository.ts';

type Admit = AddEvidenceInput['admit'];

/** Refuses files at an item, a clause or chapter, that is none, that takes none, or at which the person may add none. */
export const admitToItem =
  (catalogue: Catalogue, itemId: string): Admit =>
  async (context, roles, hold) => {
    const placed = findItem(catalogue, itemId);
    const known = placed ?? findClause(catalogue, itemId);
    const takes = known ? true : await recordTakesFiles(context, itemId, hold);
    if (takes === undefined) throw notFound();
    if (placed && !takesEvidence(placed.sheet.id)) throw refused('evidence/private-sheet');
    const handed = await handedAreas(context, catalogue, 'open');
    if (!mayAddEvidence({ id: context.personId, roles }, itemId, handed)) throw refused('not-allowed');
    if (!takes) throw refused('evidence/version-approved');
  };

/** Refuses to take away or put back a file of a version that is approved: what was approved stays what it was. */
export async function refuseSettled(context: FacilityContext, { itemId }: Place): Promise<void> {
  if (itemId === null) return;
  if ((await recordTakesFiles(context, itemId, true)) === false) throw refused('evidence/version-approved');
}

/** Refuses files at a task that is none, or that the person may not change. */
export const admitToTask =
  (taskId: string): Admit =>
  async (context, roles) => {
    if (!may(roles, 'task.change')) throw refused('not-allowed');
    if (!(await taskStands(context, taskId))) throw notFound();
  };
