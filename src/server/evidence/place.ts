import type { Evidence } from '#core/evidence/contract.ts';

/** What a file of evidence belongs to: an item or a task. */
export type Place = Pick<Evidence, 'itemId' | 'taskId'>;

export const atItem = (itemId: string): Place => ({ itemId, taskId: null });
export const atTask = (taskId: string): Place => ({ itemId: null, taskId });

/** The place as the activity log tells it. */
export const placeDetail = ({ itemId, taskId }: Place): Readonly<Record<string, string | null>> =>
  itemId === null ? { task: taskId } : { item: itemId };
