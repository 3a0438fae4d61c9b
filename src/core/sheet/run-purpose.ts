import { z } from 'zod';

/** What a run is for: the facility's own, one executive's private one, a vendor's form about one system, or an audit. */
export const runPurposeSchema = z.enum(['own', 'executive', 'vendor', 'audit']);
export type RunPurpose = z.infer<typeof runPurposeSchema>;
