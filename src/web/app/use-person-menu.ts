import type { Session } from '#core/identity/contract.ts';
import { type Role, roleTitles } from '#core/identity/role.ts';
import { useSignOut } from '#web/identity/index.ts';
import type { PersonMenuProps } from './PersonMenu.tsx';

/** Who is signed in, under which roles here, and the ways that belong to the person. */
export function usePersonMenu(session: Session, roles: readonly Role[]): PersonMenuProps {
  const signOut = useSignOut();
  const [first, ...more] = roles;
  const role = first && roleTitles[first] + (more.length > 0 ? ` ほか${more.length}` : '');
  const entries = [
    { title: '自分のアカウント', href: '/account' },
    ...(session.facilities.length + session.organisations.length > 1
      ? [{ title: '施設を選ぶ', href: '/facilities' }]
      : []),
    { title: 'プログラムからの使い方', href: '/api-docs' },
    ...(session.systemRoles.length > 0 ? [{ title: 'まもり全体の管理', href: '/admin' }] : []),
  ];
  return {
    name: session.person.name,
    ...(role && { role }),
    entries,
    onSignOut: () => void signOut(),
  };
}
