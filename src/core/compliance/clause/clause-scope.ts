import { z } from 'zod';
import type { Guideline } from '../../catalogue/guideline.ts';
import type { Profile } from '../../organisation/profile.ts';
import type { SystemType } from './system-type.ts';

/**
 * Whether a line of the guideline is for a facility: it is; only a part of it is; nobody could check; it is left out. Only what is
 * left out is folded away.
 */
export const clauseScopeSchema = z.object({
  applies: z.enum(['yes', 'partly', 'to-check', 'no']),
  /** Why, or what to look at; null where nothing is to be said. */
  reason: z.string().nullable(),
});
export type ClauseScope = z.infer<typeof clauseScopeSchema>;

/** What a facility has said of itself that decides it. */
export type FacilityScope = {
  readonly systemType: SystemType | null;
  readonly deemed: NonNullable<Profile['sheetChoice']>['choice']['deemedCompliance'] | null;
  /** Whether it has servers in the house; null where that is not known. */
  readonly inHouse: boolean | null;
};

/** Where the line stands: its part, its chapter, and for which patterns the content says the chapter is. */
export type ScopedLine = {
  readonly part: Pick<Guideline, 'id'>;
  readonly chapterId: string | undefined;
  readonly appliesTo: string | undefined;
};

/** The part for facilities that have entrusted the upkeep of all servers (保守委託機関編). */
export const isEntrusted = ({ id }: Pick<Guideline, 'id'>): boolean => id.startsWith('ENT');

/** The number under which the first section of the 別紙 stands, after every chapter. */
export const firstOfAppendix = 100;

const yes: ClauseScope = { applies: 'yes', reason: null };

const deemed: ClauseScope = {
  applies: 'to-check',
  reason:
    '保守委託機関に当たる見込みのため、概説編と保守委託機関編に従えば、この編を守っているとみなされることがあります（みなし遵守。公開の解説による）。契約書の該当箇所で確かめられるまでは、省かずに並べています。',
};

const notEntrusted: ClauseScope = {
  applies: 'no',
  reason:
    '保守委託機関に当たると確かめられていないため、この編は使いません。前にここへ書いたものがあるので、残しています。',
};

const withoutServers: ClauseScope = {
  applies: 'no',
  reason: '院内にサーバを置く施設への条項です（公開の解説による）。「施設の情報」では、院内にサーバはありません。',
};

/** 企画管理編 for facilities with cloud alone (概説編案 p.8). */
const simplerWithCloud: Readonly<Record<string, string>> = {
  'PLN6-04': 'クラウドだけの施設は、事業者との契約に含まれていれば、4.4 を簡略にできるとされています（概説編の案）。',
  'PLN6-05': 'クラウドだけの施設は、事業者との契約に含まれていれば、この章を簡略にできるとされています（概説編の案）。',
  'PLN6-15':
    'クラウドだけの施設は、事業者との契約に含まれていれば、④⑥⑦⑧⑬を除いて簡略にできるとされています（概説編の案）。',
};

function withCloud({ chapterId, appliesTo }: ScopedLine): ClauseScope {
  const simpler = simplerWithCloud[chapterId ?? ''];
  if (simpler) return { applies: 'to-check', reason: simpler };
  if (appliesTo === '要確認') {
    const reason = 'クラウドだけの施設に当てはまるかを、原文で確かめられていません。省かずに並べています。';
    return { applies: 'to-check', reason };
  }
  if (appliesTo === 'Ⅰ、Ⅲ') {
    const reason =
      'サーバを院内に置く施設（Ⅰ・Ⅲ）向けの章です。クラウドだけの施設は、事業者との契約に含まれていることを確かめてください。';
    return { applies: 'no', reason };
  }
  if (appliesTo?.startsWith('Ⅰ、Ⅲ'))
    return { applies: 'partly', reason: `クラウドだけの施設には一部だけです：${appliesTo}` };
  return yes;
}

/**
 * Whether a line of the guideline is for a facility, as far as the sources verify it (企画管理編・システム運用編 6.0 by pattern
 * Ⅰ–Ⅳ; みなし遵守 of 保守委託機関). What the facility has not said leaves nothing out.
 */
export function clauseScopeOf(line: ScopedLine, { systemType, deemed: standing, inHouse }: FacilityScope): ClauseScope {
  if (isEntrusted(line.part)) {
    if (standing !== 'may-apply') return notEntrusted;
    return line.appliesTo === 'Ⅰ、Ⅲ' && inHouse === false ? withoutServers : yes;
  }
  if (standing === 'may-apply') return deemed;
  return systemType === 'Ⅱ' || systemType === 'Ⅳ' ? withCloud(line) : yes;
}
