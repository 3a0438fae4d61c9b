/** Roles a person holds in one facility. `supporter` and later roles come with support agreements. */
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

/** Roles of the whole installation; they never open a facility's answers. */
export const systemRoles = ['system-administrator'] as const;
export type SystemRole = (typeof systemRoles)[number];
export type Role = FacilityRole | SystemRole;

export const roleTitles: Readonly<Record<Role, string>> = {
  'system-administrator': 'システム管理者',
  'facility-administrator': '施設の管理者',
  executive: '経営層',
  'safety-manager': '医療情報システム安全管理責任者',
  planner: '企画管理者',
  operator: '運用担当者',
  auditor: '監査担当',
  staff: '職員',
};

/** The one table of who may do what. A permission is `capability.verb`. */
export const permissions = {
  'register.read': ['system-administrator'],
  'register.import': ['system-administrator'],
  'facility.create': ['system-administrator'],
  'person.reset': ['system-administrator'],
  'facility.read': facilityRoles,
  'facility.edit': ['facility-administrator', 'safety-manager', 'planner'],
  'member.read': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'operator', 'auditor'],
  'member.invite': ['facility-administrator'],
  'token.create': ['facility-administrator', 'safety-manager', 'planner'],
  'token.manage': ['facility-administrator'],
  'sheet.read': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'operator', 'auditor', 'staff'],
  'sheet.begin': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'operator'],
  'sheet.answer': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'operator', 'staff'],
  'sheet.assign': ['facility-administrator', 'safety-manager', 'planner'],
  'sheet.submit': ['facility-administrator', 'executive', 'safety-manager', 'planner'],
  'sheet.reopen': ['executive', 'safety-manager'],
  'evidence.read': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'operator', 'auditor', 'staff'],
  'evidence.write': ['facility-administrator', 'safety-manager', 'planner', 'operator', 'staff'],
  'result.read': ['facility-administrator', 'executive', 'safety-manager', 'planner', 'operator', 'auditor'],
  'activity.read': ['facility-administrator', 'safety-manager', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof permissions;

/** Whether any of the roles held carries the permission. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  const holders: readonly Role[] = permissions[permission];
  return roles.some((role) => holders.includes(role));
}

/** Roles whose reading is noted in the facility's activity log. */
const watchedRoles: readonly Role[] = ['auditor'];

/** Whether what these roles read is noted. */
export function isWatched(roles: readonly Role[]): boolean {
  return roles.some((role) => watchedRoles.includes(role));
}

/** Everyone needs a second factor, except staff who hold no other role. */
export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => role !== 'staff');
}
