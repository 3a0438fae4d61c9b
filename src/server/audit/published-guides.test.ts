import { expect, test } from 'vitest';
import { auditedSheetSchema } from '#core/audit/audit.ts';
import { findAuditGuide, latestSheet } from '#core/catalogue/catalogue.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';

const catalogue = loadCatalogue();

test.each(auditedSheetSchema.options)('an audit by the sheet %s has instructions for its newest version', (sheetId) => {
  expect(findAuditGuide(catalogue, sheetId, latestSheet(catalogue, sheetId)?.version ?? '')).toBeDefined();
});
