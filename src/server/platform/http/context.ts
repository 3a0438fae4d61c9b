import type { Kysely } from 'kysely';
import type { Role } from '#core/identity/role.ts';
import type { Tables } from '../database/tables.ts';
import type { FacilityTx, OrganisationTx } from '../database/transaction.ts';
import type { Outbox } from '../mail/outbox.ts';

/** The signed-in person of a request; `roles` are those held at the facility or organisation of the path. */
export type Actor = {
  readonly personId: string;
  readonly name: string;
  readonly tokenHash: Buffer;
  readonly secondFactor: boolean;
  readonly secondFactorEnrolled: boolean;
  readonly systemRoles: readonly Role[];
  readonly roles: readonly Role[];
  readonly anyRoles: readonly Role[];
  /** When the person last proved to be there, in this session. */
  readonly steppedUpAt: Date | null;
  /** What a program came with in the person's name, in place of a session. */
  readonly accessToken?: { readonly id: string; readonly scopes: readonly string[] };
};

/** What an action inside a facility works with. */
export type FacilityContext = {
  readonly tx: FacilityTx;
  readonly facilityId: string;
  readonly personId: string;
  readonly personName: string;
  readonly roles: readonly Role[];
  readonly now: Date;
  /** Where letters are posted; undefined where no mail is set up. */
  readonly outbox: Outbox | undefined;
};

/** What an action inside an organisation above the facilities works with. */
export type OrganisationContext = {
  readonly tx: OrganisationTx;
  readonly organisationId: string;
  readonly personId: string;
  readonly personName: string;
  readonly roles: readonly Role[];
  readonly now: Date;
  readonly outbox: Outbox | undefined;
};

export type RequestContext = {
  readonly db: Kysely<Tables>;
  readonly now: Date;
  readonly address: string;
  /** What the browser says of itself. */
  readonly userAgent: string;
  readonly actor: Actor | undefined;
  /** Where letters are posted; undefined where no mail is set up. */
  readonly outbox: Outbox | undefined;
  /** Runs the work in the facility of the path, after membership and permission were checked in the same transaction. */
  readonly inFacility: <T>(work: (context: FacilityContext) => Promise<T>) => Promise<T>;
  /** The same in the organisation of the path. */
  readonly inOrganisation: <T>(work: (context: OrganisationContext) => Promise<T>) => Promise<T>;
  /** The same for what only reads: from a standby where one is at hand that knows all that was committed before. */
  readonly fromOrganisation: <T>(work: (context: OrganisationContext) => Promise<T>) => Promise<T>;
  /** The same request as if it came now; refused where it would be. For what goes on after it was answered. */
  readonly asNow: () => Promise<RequestContext>;
  /** What the browser came with as its session, open or not. */
  readonly sessionToken: string | undefined;
  /** Hands a session to the browser until it is closed; the server ends it earlier. */
  readonly startSession: (token: string) => void;
  readonly endSession: () => void;
  /** By what the server knows a browser again; opens nothing. */
  readonly browserSecret: string | undefined;
  readonly keepBrowser: (secret: string) => void;
};
