import type { Profile } from '../../organisation/profile.ts';

/** The patterns of the guideline (概説編案 p.8): staff for systems or none, servers in the house or cloud alone. */
export const systemTypes = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'] as const;
export type SystemType = (typeof systemTypes)[number];

/** What the pattern means, in words. */
export const systemTypeTitles: Readonly<Record<SystemType, string>> = {
  Ⅰ: '情報システムの担当者がいて、サーバを院内に置く',
  Ⅱ: '情報システムの担当者がいて、クラウドだけを使う',
  Ⅲ: '情報システムの担当者がいない。サーバを院内に置く',
  Ⅳ: '情報システムの担当者がいない。クラウドだけを使う',
};

/** Whether a facility has servers in the house; null where it has not said so or does not know. */
export function hasServers(sheetChoice: Profile['sheetChoice']): boolean | null {
  if (!sheetChoice) return null;
  const { ownServers, appOnPc } = sheetChoice.answers;
  if ([ownServers, appOnPc].includes('yes')) return true;
  return [ownServers, appOnPc].includes('unclear') ? null : false;
}

/**
 * The pattern of a facility from what it says of itself; null where it has not said all of it. A PC on which processing ends
 * counts as a server (保守委託機関編 図1).
 */
export function systemTypeOf({ systemStaff, sheetChoice }: Pick<Profile, 'systemStaff' | 'sheetChoice'>) {
  const inHouse = hasServers(sheetChoice);
  if (systemStaff === null || inHouse === null) return null;
  if (systemStaff) return inHouse ? 'Ⅰ' : 'Ⅱ';
  return inHouse ? 'Ⅲ' : 'Ⅳ';
}
