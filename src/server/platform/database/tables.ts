import type { OrganisationTables, SummaryTables, SupportTables } from './above-tables.ts';
import type { BackupTables } from './backup-tables.ts';
import type { ContentTables } from './content-tables.ts';
import type { OwnTables } from './facility-tables.ts';
import type {
  AccessTokenTables,
  NoticeTables,
  PersonTables,
  ResetRequestTables,
  ResetTables,
} from './person-tables.ts';
import type { SsoTables } from './sso-tables.ts';
import type { MailTables, RegisterTables, SetupTables } from './system-tables.ts';

/** What each kind of transaction can name; the database holds the same line with row-level security. */
export type FacilityTables = OwnTables &
  ContentTables &
  ResetTables &
  AccessTokenTables &
  MailTables &
  SummaryTables &
  SupportTables &
  Pick<SsoTables, 'sso_connection'> &
  Pick<OrganisationTables, 'organisation'> &
  Pick<RegisterTables, 'facility'> &
  Pick<PersonTables, 'member' | 'former_member' | 'invitation'> & {
    person: Pick<PersonTables['person'], 'id' | 'name' | 'contact_of'>;
  };
export type OwnPersonTables = PersonTables &
  Pick<SsoTables, 'sso_connection' | 'sso_identity'> &
  OrganisationTables &
  MailTables &
  NoticeTables &
  Pick<RegisterTables, 'facility'> &
  Pick<SetupTables, 'system_event'>;
export type SystemTables = BackupTables &
  ContentTables &
  Pick<OwnTables, 'leaving'> &
  RegisterTables &
  SetupTables &
  ResetTables &
  ResetRequestTables &
  MailTables &
  NoticeTables &
  PersonTables &
  OrganisationTables &
  SsoTables;
export type AboveTables = OrganisationTables &
  MailTables &
  Pick<SsoTables, 'sso_connection' | 'sso_group'> &
  SupportTables &
  SummaryTables &
  Pick<OwnTables, 'activity'> &
  Pick<RegisterTables, 'facility' | 'facility_search'> &
  Pick<SetupTables, 'system_event'> & { person: Pick<PersonTables['person'], 'id' | 'name'> };
export type Tables = FacilityTables & OwnPersonTables & SystemTables & AboveTables;
