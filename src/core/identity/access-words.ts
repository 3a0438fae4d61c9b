import type { Access } from '../kernel/contract.ts';
import { isOpenToTokens, scopeTitle } from './access-token.ts';
import { facilityRoles, may, organisationRoles, type Role, roleTitles, systemRoles } from './role.ts';

/** Who may call an endpoint, as it stands in the API document under `x-access`. */
export type AccessWords = {
  readonly kind: Access['kind'];
  readonly permission?: string;
  /** 「施設の次の役割の人：施設の管理者、経営層」 */
  readonly words: string;
  /** What an access token must be allowed to do; absent where none opens it. */
  readonly accessToken?: string;
};

type Place = { readonly roles: readonly Role[]; readonly everybody: string; readonly some: string };
const places: Readonly<Record<'system' | 'facility' | 'organisation', Place>> = {
  system: { roles: systemRoles, everybody: systemRoles.map((role) => roleTitles[role]).join('、'), some: '' },
  facility: { roles: facilityRoles, everybody: '施設の職員ならだれでも', some: '施設の次の役割の人：' },
  organisation: { roles: organisationRoles, everybody: '組織の人ならだれでも', some: '組織の次の役割の人：' },
};

function whoOf(access: Access): string {
  if (access.kind === 'public') return 'だれでも（サインインは要りません）';
  if (access.kind === 'person') {
    return access.beforeSecondFactor ? 'サインインした人（確認コードの前でも）' : 'サインインした人';
  }
  const { roles, everybody, some } = places[access.kind];
  const held = roles.filter((role) => may([role], access.permission));
  return held.length === roles.length ? everybody : some + held.map((role) => roleTitles[role]).join('、');
}

/** What besides the role a dangerous act asks for. */
const asksAgain = (access: Access) =>
  access.kind !== 'public' && access.stepUp ? '（10分以内に、ご本人か確かめ直していること）' : '';

/** Who may call an endpoint, in words. */
export function accessWords(access: Access): AccessWords {
  return {
    kind: access.kind,
    ...('permission' in access && { permission: access.permission }),
    words: whoOf(access) + asksAgain(access),
    ...(isOpenToTokens(access) && 'permission' in access && { accessToken: scopeTitle(access.permission) }),
  };
}
