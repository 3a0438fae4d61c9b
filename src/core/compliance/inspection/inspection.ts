import { z } from 'zod';
import { type FacilityRole, facilityRoles } from '../../identity/role.ts';
import { type ChecklistItem, checklistSchema } from '../checklist.ts';

/** A file that proves something an inspection asks for, once, with everything it proves. */
export const provingFileSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Bytes. */
  size: z.number().int(),
  addedBy: z.object({ id: z.uuid(), name: z.string() }),
  addedAt: z.date(),
  /** Numbers of the lines of the checklist it proves, or of the clause of the guideline: 「2-①」, 「経営管理編 3⑦」. */
  proves: z.array(z.string()),
  /** What it was added to: the line itself, a question of the self-check, a clause. */
  at: z.string(),
});
export type ProvingFile = z.infer<typeof provingFileSchema>;

/** Who holds a role at the facility, as far as somebody does. */
export const inChargeSchema = z.object({ role: z.enum(facilityRoles), people: z.array(z.string()) });
export type InCharge = z.infer<typeof inChargeSchema>;

/** What is laid before an inspection (立入検査), as it stands now. */
export const inspectionSchema = z.object({
  facility: z.string(),
  checklist: checklistSchema,
  files: z.array(provingFileSchema),
  inCharge: z.array(inChargeSchema),
});
export type Inspection = z.infer<typeof inspectionSchema>;

/** The roles an inspection asks for, the one who answers for the whole first. */
const askedRoles: readonly FacilityRole[] = ['executive', 'safety-manager', 'planner', 'operator', 'auditor'];

type Member = { readonly name: string; readonly roles: readonly FacilityRole[] };

/** The people of a facility by the roles an inspection asks for; a role nobody holds stands there without a name. */
export function peopleInCharge(members: readonly Member[]): InCharge[] {
  return askedRoles.map((role) => ({
    role,
    people: members.filter(({ roles }) => roles.includes(role)).map(({ name }) => name),
  }));
}

/** A place files stand at, and what they prove there. */
export type ProvingPlace = { readonly itemId: string; readonly at: string; readonly proves: readonly string[] };

type StandingFile = Omit<ProvingFile, 'proves' | 'at'> & { readonly itemId: string | null };

/** The files at the places an inspection asks for, in the order of the places; files of other places are left out. */
export function provingFiles<File extends StandingFile>(
  files: readonly File[],
  places: readonly ProvingPlace[],
): (File & Pick<ProvingFile, 'proves' | 'at'>)[] {
  return places.flatMap(({ itemId, at, proves }) =>
    files.filter((file) => file.itemId === itemId).map((file) => ({ ...file, at, proves: [...proves] })),
  );
}

type Said = { readonly items: readonly Pick<ChecklistItem, 'label' | 'state'>[] };

/** The lines answered はい that no file proves, by their numbers. */
export function unproven(sections: readonly Said[], files: readonly Pick<ProvingFile, 'proves'>[]): string[] {
  const proven = new Set(files.flatMap(({ proves }) => proves));
  const said = sections.flatMap(({ items }) => items).filter(({ state }) => state === 'yes');
  return said.map(({ label }) => label).filter((label) => !proven.has(label));
}
