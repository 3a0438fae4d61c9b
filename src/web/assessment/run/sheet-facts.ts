import type { SelfAssessmentSheet } from '#core/sheet/run.ts';

/** About how long a sheet takes, as people plan for it. */
export const durations: Readonly<Record<SelfAssessmentSheet, string>> = {
  hospital: '合わせて3〜4時間。分野ごとに分け、何日かかけて答えられます',
  'small-facility': 'およそ10分',
  'network-level': 'およそ5分',
  executive: 'およそ15分',
};
