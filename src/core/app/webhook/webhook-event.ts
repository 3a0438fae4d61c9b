import type { Act } from '../../kernel/act.ts';

/** What receivers can be told of, by the name they get, with the acts of the activity log it stands for. Answers are never told. */
export const webhookEvents = {
  'run.submitted': { title: '点検を提出した', acts: ['assessment.submitted'] },
  'run.reopened': { title: '提出を取り消した', acts: ['assessment.reopened'] },
  'plan.accepted': { title: '計画の対策を取り組みにした', acts: ['plan.accepted'] },
  'task.added': { title: '取り組みを加えた', acts: ['task.added'] },
  'task.changed': { title: '取り組みを直した（終わったときも）', acts: ['task.edited'] },
  'decision.asked': { title: '経営者に決めてもらうことを加えた', acts: ['decision.asked'] },
  'decision.made': { title: '経営者が決定した（リスクの受容も）', acts: ['decision.made'] },
  'decision.withdrawn': { title: '経営者に決めてもらうことを取り下げた', acts: ['decision.withdrawn'] },
  'audit.reported': { title: '監査を報告した（指摘が出る）', acts: ['audit.reported'] },
  'finding.corrected': { title: '監査の指摘を直した', acts: ['audit.corrected'] },
  'finding.closed': { title: '監査の指摘を直したことを確かめた', acts: ['audit.verified'] },
  'risk.added': { title: 'リスクを加えた', acts: ['risk.added', 'risk.suggestion-taken'] },
  'risk.assessed': { title: 'リスクを見積もった', acts: ['risk.assessed'] },
  'risk.closed': { title: 'リスクを終わりにした', acts: ['risk.closed'] },
  'regulation.approved': { title: '規程・方針を承認した', acts: ['compliance.regulation-approved'] },
  'vendor-form.sent': { title: '事業者が様式の回答を送った', acts: ['compliance.form-sent'] },
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
  if (event === testEvent) return '試しの配信';
  return Object.hasOwn(webhookEvents, event) ? webhookEvents[event as WebhookEvent].title : event;
}
