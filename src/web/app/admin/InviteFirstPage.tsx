import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { FirstInvitation } from '#web/identity/index.ts';
import { drawnName, registeredQuery } from '#web/organisation/index.ts';
import { Link } from '#web/ui/Link.tsx';

export function InviteFirstPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const { data: facility } = useSuspenseQuery(registeredQuery(facilityId));
  return (
    <FirstInvitation
      facilityId={facilityId}
      facilityName={facility.name}
      back={`/admin/register/${facilityId}`}
      head={{
        where: <Link href={`/admin/register/${facilityId}`}>{drawnName(facility.name)}</Link>,
        title: '最初の管理者を招く',
        sub: '施設の管理者になる人を一人招きます。そのあとの職員は、その人が招きます。リンクは写すか、紙に印刷して渡してください。',
      }}
    />
  );
}
