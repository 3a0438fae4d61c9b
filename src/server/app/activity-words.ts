import type { ActivityEntry } from '#core/app/activity-contract.ts';
import { type Catalogue, findSheet } from '#core/catalogue/catalogue.ts';
import type { SheetId } from '#core/catalogue/sheet.ts';
import { type Role, roleTitles } from '#core/identity/role.ts';
import { fiscalYearLabel } from '#core/kernel/fiscal-year.ts';
import type { NamedRun, NamedSubjects } from '../platform/activity/named-subjects.ts';

type Named = Pick<ActivityEntry, 'subject' | 'detail'>;

const formats: Readonly<Record<string, string>> = { pdf: 'PDF', xlsx: 'Excel', csv: 'CSV' };

function runWords(
  catalogue: Catalogue,
  { sheetId, version, year, about }: NamedRun,
  { detail: { area } }: Named,
): string {
  const sheet = findSheet(catalogue, sheetId as SheetId, version);
  const areaTitle = sheet?.areas.find(({ id }) => id === area)?.title;
  return [
    `${sheet?.title ?? sheetId}・${fiscalYearLabel(year)}`,
    about && `（${about}）`,
    areaTitle && `分野「${areaTitle}」`,
  ]
    .filter(Boolean)
    .join(' ');
}

const roleWords = (roles: unknown) =>
  typeof roles === 'string'
    ? roles
        .split(' ')
        .map((role) => (Object.hasOwn(roleTitles, role) ? roleTitles[role as Role] : role))
        .join('・')
    : '';

/** What the detail of an entry says in words. */
export function detailWords(
  { detail: { item, person, invitation, facility, roles, format, accessToken, agreement } }: Named,
  names: NamedSubjects['names'],
): string {
  return [
    typeof item === 'string' ? `設問 ${item}` : '',
    typeof person === 'string' ? `${names.get(person) ?? '登録のない人'}さん` : '',
    names.get(String(invitation)) ?? '',
    names.get(String(facility)) ?? '',
    roleWords(roles) && `（${roleWords(roles)}）`,
    typeof format === 'string' ? (formats[format] ?? format) : '',
    typeof accessToken === 'string' ? `アクセスキー「${names.get(accessToken) ?? accessToken}」で` : '',
    typeof agreement === 'string' ? `（${names.get(agreement) ?? '登録のない組織'}の支援者として）` : '',
  ]
    .filter(Boolean)
    .join(' ')
    .replaceAll(' （', '（');
}

/** What an entry is about in words: which sheet and year, whom, which file, as far as it still has a name. */
export function aboutWords(catalogue: Catalogue, { runs, names }: NamedSubjects, entry: Named): string | null {
  const run = runs.get(entry.subject ?? '');
  const subject = run ? runWords(catalogue, run, entry) : names.get(entry.subject ?? '');
  return [subject, detailWords(entry, names)].filter(Boolean).join(' ').replaceAll(' （', '（') || null;
}
