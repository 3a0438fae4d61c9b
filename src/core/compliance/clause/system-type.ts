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

/**
 * The pattern of a facility from what it says of itself; null where it has not said all of it. A PC on which processing ends
 * counts as a server (保守委託機関編 図1).
 */
export function systemTypeOf({ systemStaff, sheetChoice }: Pick<Profile, 'systemStaff' | 'sheetChoice'>) {
  if (systemStaff === null || !sheetChoice) return null;
  const { ownServers, appOnPc } = sheetChoice.answers;
  const inHouse = [ownServers, appOnPc].includes('yes');
  if (!inHouse && [ownServers, appOnPc].includes('unclear')) return null;
  if (systemStaff) return inHouse ? 'Ⅰ' : 'Ⅱ';
  return inHouse ? 'Ⅲ' : 'Ⅳ';
}
