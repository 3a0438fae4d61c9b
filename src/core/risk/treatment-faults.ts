import type { Fault } from '../kernel/contract.ts';
import type { TreatmentEdit } from './treatment.ts';

/** Whether what a treatment names is there. */
export type Named = { readonly measure: boolean; readonly line: boolean; readonly task: boolean };

const fault = (field: string, message: string): Fault => ({ field, code: 'not-valid', message });

/** What is wrong with a treatment on a day in Japan: something named that is not there, or a day done that has not come yet. */
export function treatmentFaults({ doneOn }: TreatmentEdit, named: Named, today: string): readonly Fault[] {
  const gone = '今は選べないものです。画面を開き直して、選び直してください。';
  return [
    ...(named.measure ? [] : [fault('measureId', gone)]),
    ...(named.line ? [] : [fault('lineId', gone)]),
    ...(named.task ? [] : [fault('taskId', gone)]),
    ...(doneOn !== null && doneOn > today ? [fault('doneOn', '終わった日は、今日までの日にしてください。')] : []),
  ];
}
