import { sql } from 'kysely';
import type { FormLink } from '#core/compliance/vendor-form/form-standing.ts';
import type { MailState } from '#core/kernel/mail.ts';
import { mailOf } from '../../identity/index.ts';
import type { FacilityContext } from '../../platform/http/context.ts';

/** A vendor's form with its newest link. */
export type FormRow = {
  readonly runId: string;
  readonly systemId: string;
  readonly sheetId: string;
  readonly sheetVersion: string;
  readonly fiscalYear: number;
  readonly submittedAt: Date | null;
  readonly link: FormLink | null;
  /** What became of the letter with that link; null where none was asked for. */
  readonly mail: MailState | null;
};

const formsIn = ({ tx, facilityId }: FacilityContext) =>
  tx
    .selectFrom('run')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('vendor_form_link as l')
          .select(['l.id', 'l.expires_at', 'l.ended_at', 'l.sent_at'])
          .whereRef('l.facility_id', '=', 'run.facility_id')
          .whereRef('l.run_id', '=', 'run.id')
          .orderBy(sql`l.ended_at is null`, 'desc')
          .orderBy('l.made_at', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .leftJoin('mail', (join) =>
      join.onRef('mail.facility_id', '=', 'run.facility_id').onRef('mail.subject', '=', 'newest.id'),
    )
    .select(['run.id', 'run.vendor_system_id', 'run.sheet_id', 'run.sheet_version', 'run.fiscal_year'])
    .select(['run.submitted_at', 'newest.expires_at', 'newest.ended_at', 'newest.sent_at'])
    .select(['mail.state as mailState', 'mail.tries as mailTries'])
    .where('run.facility_id', '=', facilityId)
    .orderBy('run.fiscal_year', 'desc');

/** The forms of systems, the newest year first. */
export async function findForms(context: FacilityContext, systemIds: readonly string[]): Promise<readonly FormRow[]> {
  const rows = await formsIn(context).where(sql<boolean>`run.vendor_system_id = any (${systemIds}::uuid[])`).execute();
  return rows.map((row) => ({
    runId: row.id,
    systemId: row.vendor_system_id ?? '',
    sheetId: row.sheet_id,
    sheetVersion: row.sheet_version,
    fiscalYear: row.fiscal_year,
    submittedAt: row.submitted_at,
    mail: mailOf(row),
    link: row.expires_at && { expiresAt: row.expires_at, endedAt: row.ended_at, sentAt: row.sent_at },
  }));
}

/** Whether this year's own checklist says that no vendor is under contract. */
export async function isWithoutVendor({ tx, facilityId }: FacilityContext, fiscalYear: number): Promise<boolean> {
  const row = await tx
    .selectFrom('run')
    .select('id')
    .where('facility_id', '=', facilityId)
    .where('fiscal_year', '=', fiscalYear)
    .where('purpose', '=', 'own')
    .where('without_vendor', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}
