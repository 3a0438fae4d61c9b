import { z } from 'zod';

/** What a level asks for. */
export const bands = ['calm', 'attention', 'urgent'] as const;
export const bandSchema = z.enum(bands);
export type Band = z.infer<typeof bandSchema>;

/** The bands as people read them. */
export const bandTitles: Readonly<Record<Band, string>> = { calm: '様子見', attention: '注意', urgent: '急ぐ' };
