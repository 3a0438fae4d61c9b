import { askToRemindAll } from '../platform/due/remind.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import type { RunRow } from './run-repository.ts';

type Answered = { readonly itemId: string; readonly targetOn?: string | null | undefined };

/** Asks for the reminders of the targets somebody has set in the facility's own checklist. */
export async function remindOfTargets(
  context: FacilityContext,
  { purpose }: Pick<RunRow, 'purpose'>,
  answers: readonly Answered[],
): Promise<void> {
  if (purpose !== 'own') return;
  await askToRemindAll(
    context,
    answers.flatMap(({ itemId: id, targetOn: dueOn }) => (dueOn ? [{ kind: 'target', id, dueOn }] : [])),
  );
}
