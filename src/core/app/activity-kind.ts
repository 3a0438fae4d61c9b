/** What an act is about, as one looks for it; `reading` holds all that was only read or taken away. */
export const activityKinds = ['reading', 'answer', 'result', 'evidence', 'people', 'facility'] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const activityKindTitles: Readonly<Record<ActivityKind, string>> = {
  reading: '見た・受け取った',
  answer: '点検と回答',
  result: '提出と結果',
  evidence: '証跡',
  people: '人と役割',
  facility: '施設とそのほか',
};

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
