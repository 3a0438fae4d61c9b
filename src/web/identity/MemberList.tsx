import { useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { ChangeRoles } from './ChangeRoles.tsx';
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
                <Button size="small" onPress={() => setChanging(member)} label={`${member.name}さんの役割を変える`}>
                  役割を変える
                </Button>
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
    </Card>
  );
}
