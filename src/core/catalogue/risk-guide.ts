import { z } from 'zod';

const idSchema = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** Where a safeguard works, as table 4-1 of the governance part groups the technical measures. */
export const safeguardPlaces = ['client', 'server', 'infrastructure', 'security'] as const;
const placeSchema = z.enum(safeguardPlaces);
export type SafeguardPlace = z.infer<typeof placeSchema>;

/** One line of table 4-1, shortened. */
const lineSchema = z.strictObject({ id: idSchema, place: placeSchema, title: z.string() });

/** What happened at an institution, with who says so; nothing nobody could check. */
const incidentSchema = z.strictObject({
  id: idSchema,
  when: z.string(),
  where: z.string(),
  cause: z.string(),
  harm: z.string(),
  source: z.string(),
  /** `primary` where the institution itself has published it; else it is shown as 「要確認」. */
  certainty: z.enum(['primary', 'secondary']),
});

/** A measure of the catalogue as a treatment of a risk. */
const proposedTreatmentSchema = z.strictObject({
  measure: z.string(),
  line: idSchema,
  kind: z.enum(['preventive', 'detective']),
});

/** A risk that many facilities have, in our own words, and by what one sees that this one may have it. */
const riskPatternSchema = z.strictObject({
  id: idSchema,
  title: z.string().max(200),
  assets: z.array(z.string()).min(1),
  threat: z.string(),
  weakness: z.string(),
  careFunction: z.string().max(100),
  /** Areas of the sheets that speak for it where they are weak. */
  areas: z.array(z.string()),
  /** Axes of the network level that speak for it where they are not kept up. */
  axes: z.array(z.enum(['external', 'media', 'internal'])),
  incidents: z.array(idSchema),
  treatments: z.array(proposedTreatmentSchema).min(1),
});
export type RiskPattern = z.infer<typeof riskPatternSchema>;

/** What risks are suggested from, in one version, as it stands in `content/risk/*.yaml`. */
export const riskGuideSchema = z.strictObject({
  id: z.literal('risk-guide'),
  version: z.string(),
  title: z.string(),
  /** What the lines rest on. */
  source: z.string(),
  note: z.string(),
  lines: z.array(lineSchema).min(1),
  incidents: z.array(incidentSchema),
  patterns: z.array(riskPatternSchema),
});
export type RiskGuide = z.infer<typeof riskGuideSchema>;
