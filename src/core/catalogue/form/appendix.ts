import { type Catalogue, latestSheet } from '../catalogue.ts';
import type { Sheet } from '../sheet.ts';

/** The 別紙 of 保守委託機関編: what vendors answer in MDS and SDS, item by item. */
export const appendixId = 'entrusted-appendix';

/**
 * The 別紙 as it is before somebody loads it: nobody here could read its items, of which the numbers alone are told (MDS 41, SDS 58,
 * by a public article of 2026-08). Undefined where the content has no form of vendors.
 */
export function emptyAppendix(catalogue: Catalogue): Sheet | undefined {
  const vendors = latestSheet(catalogue, 'checklist-vendor');
  if (!vendors) return undefined;
  const { scale, respondent, published } = vendors;
  return {
    id: appendixId,
    version: '0',
    title: '保守委託機関編 別紙（MDS/SDS）',
    description: 'まだ読み込まれていません',
    respondent,
    notice: 'まだ読み込まれていません',
    published,
    basis: ['ガイドライン第7.0版 保守委託機関編 別紙（原文は確かめられていません）'],
    scale,
    areas: [],
  };
}
