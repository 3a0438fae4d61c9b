import type { Fault } from '../kernel/contract.ts';
import { type Catalogue, findClause, findItem } from './catalogue.ts';
import type { FeeRule } from './fee-rule.ts';

const unknown = (sheet: string, field: string, to: string): Fault => {
  return { sheet, field, code: 'catalogue/reference', message: `${sheet} が指す ${to} がありません。` };
};

/** A version that is replaced stands beside its successor, which has all of its conditions. */
function replacementFaults(rules: readonly FeeRule[]): readonly Fault[] {
  return rules.flatMap(({ id, version, replaces, conditions }) => {
    if (replaces === undefined) return [];
    const sheet = `${id} ${version}`;
    const former = rules.find((rule) => rule.id === id && rule.version === replaces && rule.version !== version);
    if (!former) return [unknown(sheet, 'replaces', replaces)];
    const kept = new Set(conditions.map((condition) => condition.id));
    const lost = former.conditions.filter((condition) => !kept.has(condition.id));
    return lost.map((condition) => unknown(sheet, 'conditions', condition.id));
  });
}

/** What templates and fee rules point at and does not stand there: clauses, chapters, questions, versions they replace. */
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
    ...replacementFaults(feeRules),
  ];
}
