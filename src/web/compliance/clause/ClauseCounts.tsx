import { Figure } from '#web/ui/Figure.tsx';
import type { ShownClause } from '../calls.ts';
import { isLate, stateOf } from './clause-words.ts';

/** How many lines of a part stand where. */
export function ClauseCounts({ clauses }: { readonly clauses: readonly ShownClause[] }) {
  const count = (is: (clause: ShownClause) => boolean) => String(clauses.filter(is).length);
  const under = (clause: ShownClause) => !['not-begun', 'followed-up'].includes(stateOf(clause));
  const unit = clauses.every(({ label }) => label.endsWith('章')) ? '章' : '条項';
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4 wide:gap-5">
      <Figure
        title="確かめた"
        figure={count((clause) => stateOf(clause) === 'followed-up')}
        unit={`/ ${clauses.length}${unit}`}
      />
      <Figure title="進めている" figure={count(under)} unit={unit} />
      <Figure title="まだ" figure={count(({ steps }) => steps.length === 0)} unit={unit} />
      <Figure title="期限を過ぎた" figure={count(isLate)} unit={unit} />
    </div>
  );
}
