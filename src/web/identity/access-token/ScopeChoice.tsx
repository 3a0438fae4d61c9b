import { type Scope, scopeGroups } from '#core/identity/access-token.ts';
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx';

type ScopeChoiceProps = {
  /** What the person may hand on. */
  readonly offered: readonly Scope[];
  readonly value: readonly Scope[];
  readonly onChange: (scopes: readonly Scope[]) => void;
  readonly error: string | undefined;
};

/** What a key may do, in groups. */
export function ScopeChoice({ offered, value, onChange, error }: ScopeChoiceProps) {
  const groups = scopeGroups
    .map(({ title, scopes }) => ({ title, scopes: scopes.filter(({ scope }) => offered.includes(scope)) }))
    .filter(({ scopes }) => scopes.length > 0);
  return (
    <CheckboxGroup
      label="許す操作"
      help="あなたの役割でできることのうち、要るものだけを選びます。"
      required
      value={value}
      onChange={(chosen) => onChange(offered.filter((scope) => chosen.includes(scope)))}
      error={error}
    >
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {groups.map(({ title, scopes }) => (
          <div key={title}>
            <p className="mt-1 text-help font-700 text-solid-gray-700">{title}</p>
            {scopes.map(({ scope, title: words }) => (
              <Checkbox key={scope} value={scope}>
                {words}
              </Checkbox>
            ))}
          </div>
        ))}
      </div>
    </CheckboxGroup>
  );
}
