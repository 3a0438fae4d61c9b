import type { Access } from '../kernel/contract.ts';
import { isOpenToTokens, scopeTitle } from './access-token.ts';
import { facilityRoles, may, roleTitles, systemRoles } from './role.ts';

/** Who may call an endpoint, as it stands in the API document under `x-access`. */
export type AccessWords = {
  readonly kind: Access['kind'];
  readonly permission?: string;
  /** 「施設の次の役割の人：施設の管理者、経営層」 */
  readonly words: string;
  /** What an access token must be allowed to do; absent where none opens it. */
  readonly accessToken?: string;
};

function whoOf(access: Access): string {
  if (access.kind === 'public') return 'だれでも（サインインは要りません）';
  if (access.kind === 'person') {
    return access.beforeSecondFactor ? 'サインインした人（確認コードの前でも）' : 'サインインした人';
  }
  const all = access.kind === 'system' ? systemRoles : facilityRoles;
  const held = all.filter((role) => may([role], access.permission));
  if (access.kind === 'facility' && held.length === facilityRoles.length) return '施設の職員ならだれでも';
  const titles = held.map((role) => roleTitles[role]).join('、');
  return access.kind === 'system' ? titles : `施設の次の役割の人：${titles}`;
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
