import { z } from 'zod';
import { regulationKindSchema } from '../../catalogue/template.ts';
import { type FacilityRole, facilityRoles } from '../../identity/role.ts';
import { fiscalYearLabel } from '../../kernel/fiscal-year.ts';
import { type ChecklistItem, checklistSchema } from '../checklist.ts';
import { formStandings } from '../vendor-form/form-standing.ts';
import { type AskedAt, type AskedPart, askedAtSchema, askedParts, drillStepSchema } from './asked-part.ts';

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
  /** What an inspection asks for by name, where the file stands at what asks for it. */
  part: z.enum(askedParts).nullable(),
});
export type ProvingFile = z.infer<typeof provingFileSchema>;

/** Who holds a role at the facility, as far as somebody does. */
export const inChargeSchema = z.object({ role: z.enum(facilityRoles), people: z.array(z.string()) });
export type InCharge = z.infer<typeof inChargeSchema>;

/** The form of one system of a vendor, as it is laid before an inspection; without a form where none was begun this year or the last. */
export const inspectedFormSchema = z.object({
  vendor: z.string(),
  system: z.string(),
  contact: z.string(),
  standing: z.enum(formStandings),
  form: z
    .object({
      runId: z.uuid(),
      fiscalYear: z.number().int(),
      answered: z.number().int(),
      items: z.number().int(),
      /** Items that are いいえ or 分からない. */
      no: z.number().int(),
    })
    .nullable(),
});
export type InspectedForm = z.infer<typeof inspectedFormSchema>;

/** A document in force: its version, and whether its text stands in Mamori or in a file. */
export const inspectedRegulationSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  kind: regulationKindSchema,
  number: z.number().int(),
  validOn: z.iso.date(),
  approvedBy: z.string(),
  approvedAt: z.date(),
  hasText: z.boolean(),
});
export type InspectedRegulation = z.infer<typeof inspectedRegulationSchema>;

/** What is laid before an inspection (立入検査) of a fiscal year, as it stands now. */
export const inspectionSchema = z.object({
  facility: z.string(),
  /** The fiscal year it is of: this one, or an earlier one; the checklist and the forms say of which they are. */
  fiscalYear: z.number().int(),
  /** This fiscal year, and the earlier ones with a checklist, the newest first. */
  years: z.array(z.number().int()),
  checklist: checklistSchema,
  vendorForms: z.array(inspectedFormSchema),
  regulations: z.array(inspectedRegulationSchema),
  files: z.array(provingFileSchema),
  inCharge: z.array(inChargeSchema),
  askedAt: askedAtSchema,
  /** What was done of the last drill, of an earlier fiscal year of the last until its end, the newest first; empty where none is recorded. */
  drill: z.array(drillStepSchema),
});
export type Inspection = z.infer<typeof inspectionSchema>;

/**
 * Which run of a form is laid before an inspection in a fiscal year: this year's once it is done; until then last year's, where that
 * was done; else what there is, this year's first. So on 1 April there is something to show.
 */
export function shownRun<Run extends { readonly fiscalYear: number }>(
  runs: readonly Run[],
  fiscalYear: number,
  isDone: (run: Run) => boolean,
): Run | undefined {
  const [now, before] = [fiscalYear, fiscalYear - 1].map((year) => runs.find((run) => run.fiscalYear === year));
  return [now, before].find((run) => run !== undefined && isDone(run)) ?? now ?? before;
}

/** Says what is of the year and what is of now, where it is of an earlier fiscal year; null where it is of this one. */
export function earlierNote({ fiscalYear, years }: Pick<Inspection, 'fiscalYear' | 'years'>): string | null {
  if (fiscalYear === years[0]) return null;
  return `チェックリストと事業者の様式は${fiscalYearLabel(fiscalYear)}のもの、訓練はその年度の終わりまでに行ったものです。規程・方針、証跡、担当する人は、今のものです。`;
}

/** Says of which year a form is, where it is not of this one; null where it is. */
export function yearNote(of: number, fiscalYear: number): string | null {
  if (of === fiscalYear) return null;
  return `${fiscalYearLabel(of)}のものです。${fiscalYearLabel(fiscalYear)}のものは、まだ提出していません。`;
}

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
export type ProvingPlace = {
  readonly itemId: string;
  readonly at: string;
  readonly proves: readonly string[];
  readonly part: AskedPart | null;
};

const whole = (label: string) => (/^\d/.test(label) ? `チェックリスト ${label}` : `ガイドライン${label}`);

/** Where files of what an inspection asks for by name are to be added. */
export function askedAtOf(places: readonly ProvingPlace[]): AskedAt {
  const labels = (part: AskedPart) => places.filter((one) => one.part === part).flatMap(({ proves }) => proves);
  const at = (part: AskedPart) => [...new Set(labels(part).map(whole))];
  return { 'contact-tree': at('contact-tree'), drill: at('drill') };
}

type StandingFile = Omit<ProvingFile, 'proves' | 'at' | 'part'> & { readonly itemId: string | null };

/** The files at the places an inspection asks for, in the order of the places; files of other places are left out. */
export function provingFiles<File extends StandingFile>(
  files: readonly File[],
  places: readonly ProvingPlace[],
): (File & Pick<ProvingFile, 'proves' | 'at' | 'part'>)[] {
  return places.flatMap(({ itemId, at, proves, part }) =>
    files.filter((file) => file.itemId === itemId).map((file) => ({ ...file, at, proves: [...proves], part })),
  );
}

type Said = { readonly items: readonly Pick<ChecklistItem, 'label' | 'state'>[] };

/** The lines answered はい that no file proves, by their numbers. */
export function unproven(sections: readonly Said[], files: readonly Pick<ProvingFile, 'proves'>[]): string[] {
  const proven = new Set(files.flatMap(({ proves }) => proves));
  const said = sections.flatMap(({ items }) => items).filter(({ state }) => state === 'yes');
  return said.map(({ label }) => label).filter((label) => !proven.has(label));
}
