import { useQuery } from '@tanstack/react-query';
import type { AuditGuide } from '#core/catalogue/audit-guide.ts';
import type { SheetId } from '#core/catalogue/sheet.ts';
import { auditGuideQuery } from '#web/catalogue/index.ts';

type Checked = { readonly sheetId: SheetId; readonly sheetVersion: string; readonly purpose: string };

/** How the items of a check sheet are looked at; null where nobody has written that for the sheet, undefined until it is known. */
export function useAuditGuide({ sheetId, sheetVersion, purpose }: Checked): AuditGuide | null | undefined {
  return useQuery({ ...auditGuideQuery(sheetId, sheetVersion), enabled: purpose === 'audit' }).data;
}
