import { z } from 'zod';

const words = (most: number) => z.string().max(most, `${most}文字までです。`);
const personSchema = z.object({ id: z.uuid(), name: z.string() });

/** Where patients ask about their information (経営管理編 7.0 1④). */
export const deskEditSchema = z.object({
  place: words(200).refine((place) => place.trim() !== '', '窓口の場所を書いてください。'),
  inCharge: words(200),
  hours: words(200),
  /** How patients learn of it: a notice, the web site. */
  announced: words(500),
});
export type DeskEdit = z.infer<typeof deskEditSchema>;

/** The desk as it stands; revision 0 and empty where nobody has written of it. */
export const deskSchema = deskEditSchema.extend({ place: z.string(), revision: z.number().int() });
export type Desk = z.infer<typeof deskSchema>;

/** What somebody asked at the desk, without who it was. */
export const enquiryEditSchema = z.object({
  receivedOn: z.iso.date('受けた日を選んでください。'),
  /** What it was about; no patient's name, number or illness. */
  gist: words(500).refine((gist) => gist.trim() !== '', '何についての問い合わせかを書いてください。'),
  reply: words(1_000),
  /** Null while it is not answered. */
  repliedOn: z.iso.date().nullable(),
});
export type EnquiryEdit = z.infer<typeof enquiryEditSchema>;

/** An input that holds an enquiry, refused at the day of the answer where that lies before the day it was asked. */
export const answeredInOrder = <Input extends z.ZodType<EnquiryEdit>>(input: Input) =>
  input.refine(({ receivedOn, repliedOn }) => repliedOn === null || repliedOn >= receivedOn, {
    path: ['repliedOn'],
    message: '答えた日は、受けた日か、そのあとの日にしてください。',
  });

export const enquirySchema = enquiryEditSchema.extend({
  id: z.uuid(),
  revision: z.number().int(),
  writtenBy: personSchema,
  writtenAt: z.date(),
});
export type Enquiry = z.infer<typeof enquirySchema>;

/** A page of enquiries, the newest first; `next` leads to the page after it. */
export const enquiryPageSchema = z.object({ entries: z.array(enquirySchema), next: z.uuid().nullable() });
export type EnquiryPage = z.infer<typeof enquiryPageSchema>;
