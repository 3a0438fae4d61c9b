import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { withClauses } from './plan-draft.ts';
import type { PlanPart } from './plan-part.ts';

const withItems =
  '選ぶと、つながる設問が、分野を選ばなくても点検票に入ります。設問のないものは、ガイドラインの記録と聞き取りで確かめます。';
const withoutItems =
  'この点検票には、条項につながる設問がありません。選んだ条項は、ガイドラインの記録と聞き取りで確かめます。';

const fewest = 4;

/** What of the sheet a clause brings into scope. */
function itemWords(items: PlanPart['choices']['clauses'][number]['items']): string {
  if (items.length === 0) return 'つながる設問はありません';
  return items.length > fewest ? `設問${items.length}問` : `設問 ${items.map(({ id }) => id).join('、')}`;
}

/** The clauses of the guideline the audit looks at, each with the items it brings into scope. */
export function ClauseChoice({ choices, draft, faults, change }: PlanPart) {
  const linked = choices.clauses.some(({ items }) => items.length > 0);
  return (
    <Disclosure title={`対象の条項を選ぶ（${draft.clauses.length}）`} printedAsSeen>
      <CheckboxGroup
        label="対象の条項"
        help={`ガイドライン経営管理編の遵守事項です。${linked ? withItems : withoutItems}`}
        value={draft.clauses}
        onChange={(clauses) => change(withClauses(draft, clauses, choices.auditors))}
        error={faults.clauses}
      >
        <div className="relative max-h-96 overflow-y-auto rounded-8 border border-solid-gray-300 p-2">
          {choices.clauses.map(({ id, title, items }) => (
            <Checkbox key={id} value={id}>
              {title}
              {linked && <span className="block text-help text-solid-gray-700">{itemWords(items)}</span>}
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
    </Disclosure>
  );
}
