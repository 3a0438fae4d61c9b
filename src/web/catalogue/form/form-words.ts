import type { officialForms } from '#core/catalogue/form/published-form.ts';

export const formTitles: Readonly<Record<(typeof officialForms)[number], string>> = {
  'checklist-institution': '医療機関確認用',
  'checklist-pharmacy': '薬局確認用',
  'checklist-vendor': '事業者確認用',
  'entrusted-appendix': '保守委託機関編 別紙（MDS/SDS）',
};

/** As Excel calls a column, counting from 0. */
export function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);
}
