import { z } from 'zod';
import { ownerSchema } from '../identity/owner.ts';
import { taskStatusSchema } from '../plan/task.ts';

/** What is done about a risk besides accepting it (経営管理編 2①). */
export const treatmentOptions = ['avoid', 'reduce', 'transfer'] as const;
const optionSchema = z.enum(treatmentOptions);
export type TreatmentOption = z.infer<typeof optionSchema>;

/** The four ways of the guideline as people read them, with what they mean. */
export const optionTitles: Readonly<Record<TreatmentOption | 'accept', string>> = {
  avoid: '回避',
  reduce: '低減',
  transfer: '移転',
  accept: '受容',
};
export const optionMeanings: Readonly<Record<TreatmentOption | 'accept', string>> = {
  avoid: '危ないことをやめる（使うのをやめる、つながない）',
  reduce: '起こりにくくする、起きても小さくする',
  transfer: 'ほかに引き受けてもらう（契約、保険）',
  accept: '残るリスクを、期限を決めて受け入れる。経営者が決めます',
};

/** Whether a treatment keeps something from happening or notices it (経営管理編 4③). */
export const treatmentKinds = ['preventive', 'detective'] as const;
const kindSchema = z.enum(treatmentKinds);
export type TreatmentKind = z.infer<typeof kindSchema>;
export const kindTitles: Readonly<Record<TreatmentKind, string>> = {
  preventive: '防ぐ（予防的）',
  detective: '気づく（発見的）',
};

const words = (most: number) => z.string().max(most, `${most}文字までです。`);

/** What somebody says of a treatment. */
export const treatmentEditSchema = z.object({
  option: optionSchema,
  what: words(200).refine((what) => what.trim() !== '', '何をするかを書いてください。'),
  /** Why this one. */
  reason: words(400),
  ownerId: z.uuid().nullable(),
  /** The last day, in Japan. */
  dueOn: z.iso.date().nullable(),
  /** The day since which it works. */
  doneOn: z.iso.date().nullable(),
  kind: kindSchema.nullable(),
  /** The line of table 4-1 it belongs to. */
  lineId: z.string().max(40).nullable(),
  /** A measure of the catalogue. */
  measureId: z.string().max(20).nullable(),
  /** A task of the facility. */
  taskId: z.uuid().nullable(),
});
export type TreatmentEdit = z.infer<typeof treatmentEditSchema>;

/** What is done about a risk, with the task it is part of as that stands. */
export const treatmentSchema = treatmentEditSchema.omit({ ownerId: true, taskId: true }).extend({
  id: z.uuid(),
  owner: ownerSchema.nullable(),
  task: z.object({ id: z.uuid(), title: z.string(), status: taskStatusSchema }).nullable(),
});
export type Treatment = z.infer<typeof treatmentSchema>;

/** Whether a treatment is late on a day in Japan. */
export const isLateTreatment = ({ dueOn, doneOn }: Pick<Treatment, 'dueOn' | 'doneOn'>, today: string): boolean =>
  doneOn === null && dueOn !== null && dueOn < today;

/** How many treatments of a risk are open and done. */
export const countTreatments = (treatments: readonly Pick<Treatment, 'doneOn'>[]) => {
  const done = treatments.filter(({ doneOn }) => doneOn !== null).length;
  return { open: treatments.length - done, done };
};

/** At most so many treatments of one risk. */
export const mostTreatments = 20;
