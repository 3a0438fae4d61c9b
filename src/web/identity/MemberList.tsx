import { useState } from 'react';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { DropMenu } from '#web/ui/DropMenu.tsx';
import { useWide } from '#web/ui/use-wide.ts';
import { ChangeRoles } from './ChangeRoles.tsx';
import { MemberRemoval } from './MemberRemoval.tsx';
import { PersonLine } from './PersonLine.tsx';
import type { Member } from './queries.ts';

type MemberListProps = {
  readonly facilityId: string;
  readonly members: readonly Member[];
  readonly me: string;
  readonly mayChange: boolean;
};

export function MemberList({ facilityId, members, me, mayChange }: MemberListProps) {
  const [changing, setChanging] = useState<Member>();
  const [removing, setRemoving] = useState<Member>();
  return (
    <Card title="職員" aside={`${members.length}人`}>
      <ul>
        {members.map((member) => (
          <PersonLine
            key={member.personId}
            name={member.name}
            mark={member.personId === me && '（あなた）'}
            roles={member.roles}
            action={
              mayChange && (
                <MemberActions
                  name={member.name}
                  reset={`/facilities/${facilityId}/members/${member.personId}/reset`}
                  onChange={() => setChanging(member)}
                  onRemove={member.personId === me ? undefined : () => setRemoving(member)}
                />
              )
            }
          />
        ))}
      </ul>
      {changing && (
        <ChangeRoles
          key={changing.personId}
          facilityId={facilityId}
          member={changing}
          own={changing.personId === me}
          onClose={() => setChanging(undefined)}
        />
      )}
      {removing && <MemberRemoval facilityId={facilityId} member={removing} onClose={() => setRemoving(undefined)} />}
    </Card>
  );
}

type MemberActionsProps = {
  readonly name: string;
  /** The page on which a reset link is issued. */
  readonly reset: string;
  readonly onChange: () => void;
  /** Nobody takes out themselves: another administrator does. */
  readonly onRemove: (() => void) | undefined;
};

/** Beside each other where there is room, else behind one button. */
function MemberActions({ name, reset, onChange, onRemove }: MemberActionsProps) {
  const wide = useWide();
  if (!wide && onRemove) {
    const entries = [
      { title: '役割を変える', onPress: onChange },
      { title: 'パスワードの再設定', href: reset },
      { title: '施設から外す', onPress: onRemove },
    ];
    return (
      <DropMenu end framed label={`${name}さんにできること`} entries={entries}>
        <span className="sr-only">{name}さん：</span>
        役割を変える・外す
      </DropMenu>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" onPress={onChange} label={`${name}さんの役割を変える`}>
        役割を変える
      </Button>
      {onRemove && (
        <ButtonLink size="small" href={reset}>
          パスワードの再設定
        </ButtonLink>
      )}
      {onRemove && (
        <Button size="small" onPress={onRemove} label={`${name}さんを施設から外す`}>
          施設から外す
        </Button>
      )}
    </div>
  );
}
