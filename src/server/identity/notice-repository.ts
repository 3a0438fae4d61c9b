import type { PersonTx } from '../platform/database/transaction.ts';

/** Whether the person wants letters about work; who never chose does. */
export async function wantsWorkNotices(tx: PersonTx, personId: string): Promise<boolean> {
  const choice = await tx
    .selectFrom('notice_choice')
    .select('work')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return choice?.work ?? true;
}

export const saveNoticeChoice = (tx: PersonTx, personId: string, work: boolean, at: Date) =>
  tx
    .insertInto('notice_choice')
    .values({ person_id: personId, work, changed_at: at })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ work, changed_at: at }))
    .execute();
