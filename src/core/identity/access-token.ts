import type { Access } from '../kernel/contract.ts';
import { may, type Permission, type Role } from './role.ts';

/** What every access token begins with, so that programs that search for spilled secrets know it. */
export const accessTokenPrefix = 'mamori_';

/** Days an access token lasts. */
export const accessTokenDays = { least: 1, usual: 90, most: 365 } as const;

/** Access tokens of one person at one facility that may be usable at the same time. */
export const accessTokensAtMost = 20;

/**
 * What an access token may be given, in plain words and groups. A permission that does not stand here is never opened
 * by a token: inviting, changing roles, making tokens, undoing a submission, and everything new until somebody decides.
 */
export const scopeGroups = [
  {
    title: '施設と職員',
    scopes: [
      { scope: 'facility.read', title: '施設の情報を見る' },
      { scope: 'facility.edit', title: '施設の情報を直す' },
      { scope: 'member.read', title: '職員の一覧を見る' },
    ],
  },
  {
    title: '自己点検',
    scopes: [
      { scope: 'sheet.read', title: '点検と回答を見る' },
      { scope: 'sheet.begin', title: '点検を始める' },
      { scope: 'sheet.answer', title: '設問に答える（Excelの取り込みも）' },
      { scope: 'proposal.take', title: '自己点検や取り組みからの提案を、確かめて答えにする' },
      { scope: 'sheet.assign', title: '分野の担当を決める' },
      { scope: 'sheet.submit', title: '点検を提出する' },
      { scope: 'result.read', title: '結果を見る、報告書を受け取る' },
      { scope: 'plan.make', title: '対策の計画を立てる' },
    ],
  },
  {
    title: '証跡',
    scopes: [
      { scope: 'evidence.read', title: '証跡を見る' },
      { scope: 'evidence.write', title: '証跡を加える、外す' },
    ],
  },
  { title: '記録', scopes: [{ scope: 'activity.read', title: '操作の記録を見る' }] },
] as const satisfies readonly {
  readonly title: string;
  readonly scopes: readonly { readonly scope: Permission; readonly title: string }[];
}[];

export type Scope = (typeof scopeGroups)[number]['scopes'][number]['scope'];
export const scopes: readonly Scope[] = scopeGroups.flatMap((group) => group.scopes.map(({ scope }) => scope));

const isScope = (permission: Permission): permission is Scope => scopes.some((scope) => scope === permission);

/** The words for a scope as it stands in the store; one this version does not know reads as its code. */
export function scopeTitle(scope: string): string {
  const all: readonly { readonly scope: string; readonly title: string }[] = scopeGroups.flatMap((group) => [
    ...group.scopes,
  ]);
  return all.find((each) => each.scope === scope)?.title ?? scope;
}

/** What somebody with these roles may give an access token, in the order it is shown. */
export function scopesFor(roles: readonly Role[]): readonly Scope[] {
  return scopes.filter((scope) => may(roles, scope));
}

/** Whether any access token at all opens an endpoint. A dangerous act asks its person to prove to be there, which no program can. */
export function isOpenToTokens(access: Access): boolean {
  return access.kind === 'facility' && !access.stepUp && isScope(access.permission);
}

/** Whether an access token with these scopes opens an endpoint; the roles of its person must carry the permission besides. */
export function opensByToken(access: Access, held: readonly string[]): boolean {
  return isOpenToTokens(access) && access.kind === 'facility' && held.includes(access.permission);
}

export type AccessTokenDecision =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: 'identity/scope-not-held' | 'identity/too-many-access-tokens' };

type Wanted = {
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
  /** Usable tokens the person has at the facility already. */
  readonly usable: number;
};

/** Whether a person may make this access token: nobody hands on what the own roles do not carry. */
export function decideAccessToken({ roles, scopes: wanted, usable }: Wanted): AccessTokenDecision {
  if (!wanted.every((scope) => may(roles, scope))) return { accepted: false, reason: 'identity/scope-not-held' };
  if (usable >= accessTokensAtMost) return { accepted: false, reason: 'identity/too-many-access-tokens' };
  return { accepted: true };
}
