import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useParams } from '@tanstack/react-router';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { useSession } from '#web/identity/index.ts';
import { organisationQuery } from '#web/organisation/index.ts';
import { FiscalYear } from '#web/ui/FiscalYear.tsx';
import { Frame } from '../Frame.tsx';
import { usePersonMenu } from '../use-person-menu.ts';
import { organisationMenu } from './organisation-menu.ts';

/** Around every page of one organisation; it stands in the path. */
export function OrganisationFrame() {
  const { organisationId = '' } = useParams({ strict: false });
  const session = useSession();
  const { data: organisation } = useSuspenseQuery(organisationQuery(organisationId));
  const roles = session.organisations.find(({ id }) => id === organisationId)?.roles ?? [];
  return (
    <Frame
      home={`/organisations/${organisationId}`}
      facility={{ name: organisation.name, others: [] }}
      year={<FiscalYear year={fiscalYearOf(new Date())} />}
      person={usePersonMenu(session, roles)}
      menu={organisationMenu(organisation, roles)}
      path={useLocation().pathname}
    >
      <Outlet />
    </Frame>
  );
}
