import type { Fault } from '../kernel/contract.ts';
import { type Catalogue, findClause, findItem } from './catalogue.ts';

const unknown = (sheet: string, field: string, to: string): Fault => {
  return { sheet, field, code: 'catalogue/reference', message: `${sheet} が指す ${to} がありません。` };
};

/** What templates and fee rules point at and does not stand there: clauses, chapters, questions. */
export function referenceFaults(catalogue: Catalogue): readonly Fault[] {
  const { templates, feeRules } = catalogue;
  const stands = (id: string) => findItem(catalogue, id) ?? findClause(catalogue, id);
  return [
    ...templates.flatMap(({ id, clauses }) =>
      clauses.filter((to) => !findClause(catalogue, to)).map((to) => unknown(id, 'clauses', to)),
    ),
    ...feeRules.flatMap(({ conditions }) =>
      conditions.flatMap(({ id, proofs }) => proofs.filter((to) => !stands(to)).map((to) => unknown(id, 'proofs', to))),
    ),
  ];
}
