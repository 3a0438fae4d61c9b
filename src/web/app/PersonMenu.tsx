import { DropMenu } from '../ui/DropMenu.tsx';
import { Icon } from '../ui/Icon.tsx';

export type PersonMenuProps = {
  readonly name: string;
  /** 「企画管理者」 */
  readonly role?: string;
  readonly entries: readonly { readonly title: string; readonly href: string }[];
  readonly onSignOut: () => void;
};

export function PersonMenu({ name, role, entries, onSignOut }: PersonMenuProps) {
  return (
    <DropMenu end label="自分のメニュー" entries={[...entries, { title: 'サインアウト', onPress: onSignOut }]}>
      <span className="sm:hidden">
        <Icon name="person" />
      </span>
      <span className="sr-only sm:not-sr-only">
        {name}
        {role && `（${role}）`}
      </span>
    </DropMenu>
  );
}
