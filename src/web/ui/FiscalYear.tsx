import { fiscalYearLabel } from '#core/kernel/fiscal-year.ts';

/** 「令和8年度」, with the western year on hover. */
export function FiscalYear({ year }: { readonly year: number }) {
  const [era = '', western = ''] = fiscalYearLabel(year).split(/[（）]/);
  return (
    <span className="whitespace-nowrap" title={western || era}>
      {era}
    </span>
  );
}
