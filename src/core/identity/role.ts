/** Roles a person holds in one facility. */
export const facilityRoles = [
  'facility-administrator',
  'executive',
  'safety-manager',
  'planner',
  'operator',
  'auditor',
  'staff',
] as const;
export type FacilityRole = (typeof facilityRoles)[number];

/** Roles a person holds in an organisation above the facilities; of them only `supporter` leads into one, by an agreement. */
export const organisationRoles = [
  'organisation-administrator',
  'supporter',
  'programme-officer',
  'vendor-contact',
] as const;
export type OrganisationRole = (typeof organisationRoles)[number];

/** What somebody can be invited as: into a facility, or into an organisation above. */
export type InvitedRole = FacilityRole | OrganisationRole;

/** What a support agreement opens to a supporter in one facility; held beside `supporter`, like a role. */
export const supportScopes = ['support-sheet', 'support-result', 'support-evidence', 'support-answer'] as const;
export type SupportScope = (typeof supportScopes)[number];

/** Everything that can be held in a facility: by its own people, or by a supporter. */
export const heldRoles = [...facilityRoles, 'supporter', ...supportScopes] as const;

/** Roles of the whole installation; they never open a facility's answers. */
export const systemRoles = ['system-administrator'] as const;
export type SystemRole = (typeof systemRoles)[number];
export type Role = FacilityRole | OrganisationRole | SupportScope | SystemRole;

export const roleTitles: Readonly<Record<Role, string>> = {
  'system-administrator': 'システム管理者',
  'facility-administrator': '施設の管理者',
  executive: '経営層',
  'safety-manager': '医療情報システム安全管理責任者',
  planner: '企画管理者',
  operator: '運用担当者',
  auditor: '監査担当',
  staff: '職員',
  'organisation-administrator': '組織の管理者',
  supporter: '支援者',
  'programme-officer': '行政の担当者',
  'vendor-contact': '事業者の窓口',
  'support-sheet': '点検の閲覧',
  'support-result': '結果の閲覧',
  'support-evidence': '証跡の閲覧',
  'support-answer': '回答の代行',
};

/** The one table of who may do what. A permission is `capability.verb`. */
export const permissions = {
  'register.read': ['system-administrator'],
  'register.import': ['system-administrator'],
  'facility.create': ['system-administrator'],
  'version.adopt': ['system-administrator'],
  'backup.read': ['system-administrator'],
  'person.reset': ['system-administrator'],
  'organisation.create': ['system-administrator'],
  'sso.configure': ['system-administrator'],
  'organisation.read': organisationRoles,
  'organisation.invite': ['organisation-administrator'],
  'organisation.review': ['organisation-administrator'],
  'organisation.propose': ['organisation-administrator', 'supporter'],
  'membership.change': ['facility-administrator'],
  'support.read': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'auditor'],
  'support.offer': ['facility-administrator', 'safety-manager'],
  'support.ask': ['organisation-administrator', 'supporter'],
  'region.read': ['organisation-administrator', 'supporter'],
  'programme.read': ['organisation-administrator', 'programme-officer'],
  'facility.read': [...facilityRoles, 'supporter'],
  'facility.edit': ['facility-administrator', 'safety-manager', 'planner'],
  'member.read': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'operator', 'auditor'],
  'member.invite': ['facility-administrator'],
  'token.create': ['facility-administrator', 'safety-manager', 'planner'],
  'token.manage': ['facility-administrator'],
  'webhook.manage': ['facility-administrator'],
  'sheet.read': [...facilityRoles, 'support-sheet'],
  'sheet.begin': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'operator', 'support-answer'],
  'sheet.answer': [
    'facility-administrator',
    'executive',
    'safety-manager',
    'planner',
    'operator',
    'auditor',
    'staff',
    'support-answer',
  ],
  'proposal.take': [
    'facility-administrator',
    'executive',
    'safety-manager',
    'planner',
    'operator',
    'staff',
    'support-answer',
  ],
  'sheet.assign': ['facility-administrator', 'safety-manager', 'planner'],
  'sheet.submit': ['facility-administrator', 'executive', 'safety-manager', 'planner'],
  'sheet.reopen': ['executive', 'safety-manager'],
  'sheet.move': ['executive', 'safety-manager'],
  'evidence.read': [...facilityRoles, 'support-evidence'],
  'evidence.write': ['facility-administrator', 'safety-manager', 'planner', 'operator', 'auditor', 'staff'],
  'result.read': [
    'facility-administrator',
    'executive',
    'safety-manager',
    'planner',
    'operator',
    'auditor',
    'support-result',
  ],
  'plan.make': ['facility-administrator', 'executive', 'safety-manager', 'planner'],
  'task.read': facilityRoles,
  'clause.read': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'operator', 'auditor'],
  'clause.edit': ['facility-administrator', 'executive', 'safety-manager', 'planner'],
  'clause.step': ['executive', 'safety-manager', 'planner', 'operator'],
  'clause.lead': ['executive', 'safety-manager'],
  'clause.direct': ['executive', 'safety-manager', 'planner'],
  'clause.work': ['safety-manager', 'planner', 'operator'],
  'year.edit': ['facility-administrator', 'executive', 'safety-manager', 'planner'],
  'vendor-form.edit': ['facility-administrator', 'safety-manager', 'planner', 'operator'],
  'risk.read': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'operator', 'auditor'],
  'risk.edit': ['facility-administrator', 'safety-manager', 'planner', 'operator'],
  'risk.criteria': ['facility-administrator', 'executive', 'safety-manager', 'planner'],
  'regulation.read': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'operator', 'auditor'],
  'regulation.write': ['facility-administrator', 'safety-manager', 'planner', 'operator'],
  'regulation.approve': ['executive'],
  'patient.read': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'operator', 'auditor'],
  'patient.write': ['facility-administrator', 'safety-manager', 'planner', 'operator'],
  'fee.read': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'operator', 'auditor'],
  'inspection.take': ['facility-administrator', 'executive', 'safety-manager', 'planner'],
  'task.comment': facilityRoles,
  'task.change': ['facility-administrator', 'safety-manager', 'planner', 'operator'],
  'audit.read': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'operator', 'auditor'],
  'audit.conduct': ['auditor'],
  'audit.correct': ['facility-administrator', 'safety-manager', 'planner', 'operator'],
  'audit.reply': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'operator'],
  'audit.change-team': ['executive', 'auditor'],
  'audit.plan': ['facility-administrator', 'executive', 'safety-manager', 'auditor'],
  'decision.read': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'auditor'],
  'decision.ask': ['facility-administrator', 'executive', 'safety-manager', 'planner'],
  'decision.make': ['executive'],
  'activity.read': ['facility-administrator', 'safety-manager', 'auditor'],
  'facility.export': ['facility-administrator'],
  'leaving.read': facilityRoles,
  'leaving.change': ['facility-administrator'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof permissions;

/** Whether any of the roles held carries the permission. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  const holders: readonly Role[] = permissions[permission];
  return roles.some((role) => holders.includes(role));
}

/** Roles whose reading is noted in the facility's activity log. */
const watchedRoles: readonly Role[] = ['auditor', 'supporter'];

/** Whether what these roles read is noted. */
export function isWatched(roles: readonly Role[]): boolean {
  return roles.some((role) => watchedRoles.includes(role));
}

/** Everyone needs a second factor, except staff who hold no other role. */
export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => role !== 'staff');
}
