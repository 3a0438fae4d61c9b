import type { Facility, Person } from './people.ts';

/** This year's run of the small sheet, every item at the highest step, submitted. */
export async function submittedRun({ id }: Facility, { caller }: Person): Promise<string> {
  const at = `/facilities/${id}/runs`;
  const { id: runId } = await caller.call('POST', at, { sheetId: 'small-facility' });
  const items = ['S1', 'S2', 'S3', 'S4-1', 'S4-2', 'S5-1', 'S5-2', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11'];
  for (const item of items) {
    await caller.call('PUT', `${at}/${runId}/answers/${item}`, { value: '3', note: '', revision: 0 });
  }
  await caller.call('POST', `${at}/${runId}/submission`);
  return runId;
}

/** An audit of some areas of the small sheet, or of something else, all held by one person. */
export async function plannedAudit(
  { id }: Facility,
  auditor: Person,
  areas: readonly string[],
  scope: object = {},
): Promise<string> {
  const { person } = await auditor.caller.call('GET', '/session');
  const plan = {
    kind: 'internal',
    title: '秋の内部監査',
    sheetId: 'small-facility',
    areas,
    clauses: [],
    systems: ['電子カルテ', '検査システム'],
    plannedFrom: '2026-11-01',
    plannedTo: '2026-12-10',
    team: [{ personId: person.id, lead: true, areas }],
    ...scope,
  };
  return (await auditor.caller.call('POST', `/facilities/${id}/audits`, plan)).id;
}

/** Begins the audit and concludes three areas: one does not conform, one is good, one is to be improved. */
export async function concluded({ id }: Facility, { caller }: Person, auditId: string): Promise<void> {
  const { runId } = await caller.call('POST', `/facilities/${id}/audits/${auditId}/run`);
  const answers = [
    ['S1', '1', 'minor', '責任者の紙が3年前のまま'],
    ['S2', '3', 'good-practice', '新しく入った人にもその日に伝えている'],
    ['S3', '1', 'major', '一覧に無い機器が4台あった'],
  ];
  for (const [item, value, conclusion, note] of answers) {
    const body = { value, conclusion, note, revision: 0 };
    await caller.call('PUT', `/facilities/${id}/runs/${runId}/answers/${item}`, body);
  }
}
