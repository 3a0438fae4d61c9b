import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { FirstInvitation } from '#web/identity/index.ts';
import { registeredQuery } from '#web/organisation/index.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';

export function InviteFirstPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const { data: facility } = useSuspenseQuery(registeredQuery(facilityId));
  return (
    <FirstInvitation facilityId={facilityId} facilityName={facility.name} back="/admin">
      <PageHead
        where={facility.name}
        title="最初の管理者を招く"
        sub="施設の管理者になる人を一人招きます。そのあとの職員は、その人が招きます。リンクは写すか、紙に印刷して渡してください。"
        action={<ButtonLink href="/admin">やめる</ButtonLink>}
      />
    </FirstInvitation>
  );
}
