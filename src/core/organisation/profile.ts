import { z } from 'zod';
import { facilityProfileSchema } from './facility.ts';
import { registeredFacilitySchema } from './register-shape.ts';
import { sheetBranchSchema, sheetChoiceSchema } from './which-sheet.ts';

/** The answers of the branch that the profile does not know already. */
export const serverAnswersSchema = sheetBranchSchema.omit({ type: true, beds: true });
export type ServerAnswers = z.infer<typeof serverAnswersSchema>;

export const profileSchema = registeredFacilitySchema.omit({ hasMembers: true, leavesAt: true }).extend({
  ...facilityProfileSchema.pick({ ehr: true, systemStaff: true }).shape,
  /** Counts the changes; a change names the one it was made from. */
  revision: z.number().int(),
  suggestedTier: z.object({ tier: z.enum(['①', '②', '③']).nullable(), reasons: z.array(z.string()) }),
  sheetChoice: z.object({ answers: serverAnswersSchema, choice: sheetChoiceSchema }).nullable(),
});
export type Profile = z.infer<typeof profileSchema>;

/** Whether the facility says two things that cannot both be: its health record runs on a server in the house, and there is none. */
export function contradictsServers({ ehr, sheetChoice }: Pick<Profile, 'ehr' | 'sheetChoice'>): boolean {
  return ehr === 'on-premise' && sheetChoice?.answers.ownServers === 'no';
}

export const profileEditSchema = facilityProfileSchema.extend({ revision: z.number().int() });
export type ProfileEdit = z.infer<typeof profileEditSchema>;
