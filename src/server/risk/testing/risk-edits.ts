import type { RiskEdit } from '#core/risk/risk.ts';
import type { TreatmentEdit } from '#core/risk/treatment.ts';

/** A risk as somebody writes it. */
export const riskEdit: RiskEdit = {
  title: '検査機器の古いOSから入られる',
  assets: ['検査機器', '検査部門の端末'],
  threat: '感染が広がる',
  weakness: 'OSの保守が終わっている',
  careFunction: '検体検査',
  outageHours: 72,
  patients: 200,
  leaked: null,
  ownerId: null,
};

/** Something done about it. */
export const treatmentEdit: TreatmentEdit = {
  option: 'reduce',
  what: '院内の網から切り離す',
  reason: '更新は来年度のため',
  ownerId: null,
  dueOn: '2026-12-31',
  doneOn: null,
  kind: 'preventive',
  lineId: 'network',
  measureId: 'M10-2',
  taskId: null,
};

/** What both axes are estimated at, and what remains. */
export const estimateEdit = { likelihood: 3, impact: 5, after: { likelihood: 2, impact: 4 }, afterNote: '' } as const;
