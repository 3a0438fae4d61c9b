/** What an act is about, as one looks for it; `reading` holds all that was only read or taken away. */
export const activityKinds = ['reading', 'answer', 'result', 'evidence', 'people', 'facility'] as const;
export type ActivityKind = (typeof activityKinds)[number];

const reading = /[.-](read|listed|exported)$/;
const kindOfCapability: Readonly<Record<string, ActivityKind>> = {
  sheet: 'answer',
  assessment: 'result',
  evidence: 'evidence',
  identity: 'people',
};

/** The kind of an act; of a capability without a kind of its own: the facility's. */
export function activityKindOf(act: string): ActivityKind {
  if (reading.test(act)) return 'reading';
  const [capability = ''] = act.split('.');
  return Object.hasOwn(kindOfCapability, capability) ? (kindOfCapability[capability] ?? 'facility') : 'facility';
}
