import type { Fault } from '../kernel/contract.ts';
import type { AuditGuide } from './audit-guide.ts';
import { type Catalogue, findSheet } from './catalogue.ts';

function faultsOf(catalogue: Catalogue, { id, version, sheet: of, sheetVersion, items }: AuditGuide): Fault[] {
  const sheet = `${id} ${version}`;
  const audited = findSheet(catalogue, of, sheetVersion);
  if (!audited) {
    return [{ sheet, code: 'catalogue/guide-without-sheet', message: `点検票 ${of} ${sheetVersion} がありません。` }];
  }
  const asked = audited.areas.flatMap((area) => area.items.map((item) => item.id));
  const said = items.map(({ item }) => item);
  const missing = asked.filter((item) => !said.includes(item));
  const wrong = said.filter((item, at) => !asked.includes(item) || said.indexOf(item) !== at);
  return [
    ...missing.map((item) => ({ sheet, item, code: 'catalogue/guide-gap', message: '監査の手引きがありません。' })),
    ...wrong.map((item) => ({
      sheet,
      item,
      code: 'catalogue/guide-item',
      message: '点検票に無い設問か、2回書かれた設問です。',
    })),
  ];
}

/** Audit guides that miss an item of their sheet, name one it does not have or one twice, or have no sheet. */
export const auditGuideFaults = (catalogue: Catalogue): readonly Fault[] =>
  catalogue.auditGuides.flatMap((guide) => faultsOf(catalogue, guide));
