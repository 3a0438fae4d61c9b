import { type Catalogue, findClause, findItem } from '#core/catalogue/catalogue.ts';
import { mayAddEvidence, takesEvidence } from '#core/evidence/right.ts';
import { may } from '#core/identity/role.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import type { AddEvidenceInput } from './add-evidence.ts';
import { handedAreas } from './handed-areas.ts';
import { keptRecordStands, taskStands } from './repository.ts';

type Admit = AddEvidenceInput['admit'];

/** Refuses files at an item, a clause or chapter, that is none, that takes none, or at which the person may add none. */
export const admitToItem =
  (catalogue: Catalogue, itemId: string): Admit =>
  async (context, roles) => {
    const placed = findItem(catalogue, itemId);
    const stands = placed ?? findClause(catalogue, itemId) ?? (await keptRecordStands(context, itemId));
    if (!stands) throw notFound();
    if (placed && !takesEvidence(placed.sheet.id)) throw refused('evidence/private-sheet');
    const handed = await handedAreas(context, catalogue, 'open');
    if (!mayAddEvidence({ id: context.personId, roles }, itemId, handed)) throw refused('not-allowed');
  };

/** Refuses files at a task that is none, or that the person may not change. */
export const admitToTask =
  (taskId: string): Admit =>
  async (context, roles) => {
    if (!may(roles, 'task.change')) throw refused('not-allowed');
    if (!(await taskStands(context, taskId))) throw notFound();
  };
