import { may, type OrganisationRole } from '#core/identity/role.ts';
import { hasArea, hasMembers, type OrganisationKind } from '#core/organisation/organisation.ts';
import type { MenuEntry, MenuGroup } from '../menu.ts';

type Of = { readonly id: string; readonly kind: OrganisationKind };

/** The entries of an organisation that work and that somebody with these roles may open. */
export function organisationMenu({ id, kind }: Of, roles: readonly OrganisationRole[]): MenuGroup[] {
  const home = `/organisations/${id}`;
  const doors: readonly (MenuEntry & { readonly open: boolean })[] = [
    { title: '支援する施設', short: '支援先', href: home, icon: 'list', open: !hasArea(kind) },
    {
      title: '地域の進み具合',
      short: '進み具合',
      href: `${home}/region`,
      icon: 'chart',
      open: hasMembers(kind) && may(roles, 'region.read'),
    },
    {
      title: '点検の進み具合',
      short: '進み具合',
      href: home,
      icon: 'chart',
      open: hasArea(kind) && may(roles, 'programme.read'),
    },
    { title: '人と役割', href: `${home}/members`, icon: 'people', open: true },
    {
      title: 'グループと役割',
      short: 'グループ',
      href: `${home}/sso`,
      icon: 'key',
      open: may(roles, 'organisation.invite'),
    },
    { title: '操作の記録', href: `${home}/activity`, icon: 'lock', open: may(roles, 'organisation.review') },
  ];
  return [{ title: '組織', entries: doors.filter(({ open }) => open).map(({ open: _, ...entry }) => entry) }];
}
