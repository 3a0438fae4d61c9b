import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { refusalWords } from '#web/platform/refusal.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Day } from '#web/ui/Day.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { CorrectPlace } from './CorrectPlace.tsx';
import { FacilityFacts } from './FacilityFacts.tsx';
import { drawnName, PrivateUseNote } from './FacilityName.tsx';
import { organisation, type Registered, registeredQuery } from './queries.ts';

/** One facility of the register: what is known of it, and opening it to its people. */
export function RegisteredFacilityPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const { data: facility } = useSuspenseQuery(registeredQuery(facilityId));
  const { name, code, openedAt, hasMembers, leavesAt } = facility;
  return (
    <Page
      where={<Link href="/admin/register">施設台帳</Link>}
      title={drawnName(name)}
      sub={<PrivateUseNote texts={[name, facility.address]} />}
      action={<NextStep facility={facility} />}
    >
      {openedAt && (
        <Callout
          tone={hasMembers ? 'done' : 'note'}
          title={hasMembers ? 'この施設は、まもりを利用しています' : '利用を始めました。次は、最初の管理者を招きます'}
        >
          <Day at={new Date(openedAt)} />
          に利用を始めました。
          {hasMembers ? '招待は施設の管理者が行います。' : '施設の人は、まだいません。'}
          {leavesAt && <Leaves at={new Date(leavesAt)} />}
        </Callout>
      )}
      <Card title="台帳の内容">
        <FacilityFacts facility={facility} />
      </Card>
      {code === null && <CorrectPlace key={facility.name} facility={facility} />}
    </Page>
  );
}

/** Told, and not for the keeper of the register to change. */
function Leaves({ at }: { readonly at: Date }) {
  return (
    <p>
      <Day at={new Date(at.getTime() - 1)} />
      で利用を終えると、施設の管理者が決めました。
    </p>
  );
}

function NextStep({ facility }: { readonly facility: Registered }) {
  if (facility.openedAt === null) return <OpenButton facility={facility} />;
  if (facility.hasMembers) return null;
  return (
    <ButtonLink look="primary" href={`/admin/facilities/${facility.id}/invite`}>
      最初の管理者を招く
    </ButtonLink>
  );
}

function OpenButton({ facility }: { readonly facility: Registered }) {
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useMutation(
    organisation.openFacility.mutationOptions({
      onSuccess: (opened) => {
        queryClient.setQueryData(registeredQuery(facility.id).queryKey, opened);
        void queryClient.invalidateQueries({ queryKey: organisation.searchRegister.key(), refetchType: 'none' });
      },
    }),
  );
  return (
    <div className="flex flex-col gap-2 sm:items-end">
      <Button
        look="primary"
        pending={isPending ? '始めています' : undefined}
        onPress={() => mutate({ facilityId: facility.id })}
      >
        この施設の利用を始める
      </Button>
      {error && (
        <p role="alert" className="text-help text-red-900">
          始められませんでした。{refusalWords(error)}
        </p>
      )}
    </div>
  );
}
