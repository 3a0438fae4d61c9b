import type { Act } from '../../kernel/act.ts';

/** What receivers can be told of, by the name they get, with the acts of the activity log it stands for. Answers are never told. */
export const webhookEvents = {
  'run.submitted': { title: '点検を提出した', acts: ['assessment.submitted'] },
  'run.reopened': { title: '提出を取り消した', acts: ['assessment.reopened'] },
  'run.moved': { title: '点検を新しい版に移した', acts: ['sheet.moved'] },
  'plan.accepted': { title: '計画の対策を取り組みにした', acts: ['plan.accepted'] },
  'task.added': { title: '取り組みを加えた', acts: ['task.added'] },
  'task.changed': { title: '取り組みを直した（終わったときも）', acts: ['task.edited'] },
  'task.done': { title: '取り組みを終えた', acts: ['task.done'] },
  'task.overdue': { title: '取り組みが期限を過ぎた', acts: ['task.overdue'] },
  'tasks.carried-over': { title: '終わらなかった取り組みを次の年度に持ち越した', acts: ['task.carried'] },
  'decision.asked': { title: '経営者に決めてもらうことを加えた', acts: ['decision.asked'] },
  'decision.made': { title: '経営者が決定した（リスクの受容も）', acts: ['decision.made'] },
  'decision.withdrawn': { title: '経営者に決めてもらうことを取り下げた', acts: ['decision.withdrawn'] },
  'audit.begun': { title: '監査を始めた', acts: ['audit.begun'] },
  'audit.reported': { title: '監査を報告した（指摘が出る）', acts: ['audit.reported'] },
  'finding.corrected': { title: '監査の指摘を直した', acts: ['audit.corrected'] },
  'finding.closed': { title: '監査の指摘を完了にした', acts: ['audit.closed'] },
  'finding.sent-back': { title: '監査の指摘を、直し足りないと返した', acts: ['audit.sent-back'] },
  'finding.overdue': {
    title: '監査の指摘が、直す期限か確かめる期限を過ぎた',
    acts: ['audit.finding-overdue'],
  },
  'risk.added': { title: 'リスクを加えた', acts: ['risk.added', 'risk.suggestion-taken'] },
  'risk.assessed': { title: 'リスクを見積もった', acts: ['risk.assessed'] },
  'risk.accepted': { title: 'リスクの受容を経営者が決めた', acts: ['risk.accepted'] },
  'risk.closed': { title: 'リスクを終わりにした', acts: ['risk.closed'] },
  'risk.reopened': { title: 'リスクの終わりを取り消した', acts: ['risk.reopened'] },
  'target.overdue': {
    title: 'チェックリストの項目が、「いいえ」のまま目標日を過ぎた',
    acts: ['compliance.target-overdue'],
  },
  'clause.step': {
    title: 'ガイドラインの条項の指示・実施・報告・確認を記録した',
    acts: ['compliance.step-set'],
  },
  'regulation.approved': { title: '規程・方針を承認した', acts: ['compliance.regulation-approved'] },
  'vendor-form.sent': { title: '事業者が様式の回答を送った', acts: ['compliance.form-sent'] },
  'vendor-form.taken-back': { title: '事業者が、送った回答を直し始めた', acts: ['compliance.form-taken-back'] },
  'member.joined': { title: '職員が加わった', acts: ['identity.joined', 'identity.joined-by-sso'] },
  'member.roles-changed': {
    title: '職員の役割が変わった',
    acts: ['identity.roles-changed', 'identity.roles-by-sso'],
  },
  'member.left': {
    title: '職員がいなくなった',
    acts: ['identity.member-removed', 'identity.left-by-sso', 'identity.person-erased'],
  },
  'support.accepted': { title: '支援の取り決めができた', acts: ['support.offered', 'support.accepted'] },
  'support.ended': { title: '支援の取り決めが終わった', acts: ['support.ended', 'support.left'] },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly acts: readonly Act[] }>>;

export type WebhookEvent = keyof typeof webhookEvents;
export const webhookEventNames = Object.keys(webhookEvents) as WebhookEvent[];

/** What a test tells; nobody can choose it. */
export const testEvent = 'webhook.test';
/** The act of sending one. */
export const testAct = 'webhook.tested' satisfies Act;

/** The acts that the events stand for, in the order of the table. */
export const actsOf = (events: readonly WebhookEvent[]): readonly Act[] =>
  webhookEventNames.filter((name) => events.includes(name)).flatMap((name) => webhookEvents[name].acts);

/** The events of which at least one act is among these. */
export const eventsOf = (acts: readonly string[]): readonly WebhookEvent[] =>
  webhookEventNames.filter((name) => webhookEvents[name].acts.some((act) => acts.includes(act)));

/** What an act is told as; undefined where no event stands for it. */
export function eventOfAct(act: string): WebhookEvent | typeof testEvent | undefined {
  return act === testAct ? testEvent : eventsOf([act])[0];
}

/** An event in words; one this version does not know reads as its name. */
export function eventTitle(event: string): string {
  if (event === testEvent) return '試しの知らせ';
  return Object.hasOwn(webhookEvents, event) ? webhookEvents[event as WebhookEvent].title : event;
}
