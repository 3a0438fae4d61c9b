import { roleTitles, type SupportScope } from '#core/identity/role.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { choosableScopes, type TermsDraft } from './terms-draft.ts';

const scopeWords: Readonly<Record<SupportScope, string>> = {
  'support-sheet': '点検の設問と回答',
  'support-result': '点、弱い分野、対策、報告書',
  'support-evidence': '証跡のファイル',
  'support-answer': '施設に代わって点検を始め、設問に答える（提出はできません）',
};

/** The same fields as the facility reads them that lets in, and as the supporter reads them that asks. */
const sides = {
  facility: {
    purpose: '支援者の画面にもこのまま出ます（例：年1回の点検を一緒に進める）。',
    scope: '見せる範囲',
    end: '今日から1年以内。この日が終わると、支援者は自動で入れなくなります。',
  },
  supporter: {
    purpose: '施設の管理者が、これを読んで返事を決めます（例：年1回の点検を一緒に進める）。',
    scope: '見せてもらう範囲',
    end: '今日から1年以内。この日が終わると、自動で入れなくなります。',
  },
} as const;

type TermsFieldsProps = {
  readonly side: keyof typeof sides;
  readonly terms: TermsDraft;
  readonly onChange: (terms: TermsDraft) => void;
  readonly faults: FieldFaults;
};

/** For what, how far and until when supporters come in. */
export function TermsFields({ side, terms, onChange, faults }: TermsFieldsProps) {
  return (
    <>
      <TextField
        label="目的"
        name="purpose"
        required
        maxLength={200}
        help={sides[side].purpose}
        value={terms.purpose}
        onChange={(purpose) => onChange({ ...terms, purpose })}
        error={faults.purpose}
      />
      <CheckboxGroup
        label={sides[side].scope}
        help="点検の閲覧はいつも含みます。経営層一人ひとりの回答は、どれを選んでも見えません。"
        value={terms.scope}
        onChange={(chosen) =>
          onChange({ ...terms, scope: ['support-sheet', ...choosableScopes.filter((one) => chosen.includes(one))] })
        }
        error={faults.scope}
      >
        {choosableScopes.map((one) => (
          <Checkbox key={one} value={one}>
            <span className="block">{roleTitles[one]}</span>
            <span className="block text-help text-solid-gray-700">{scopeWords[one]}</span>
          </Checkbox>
        ))}
      </CheckboxGroup>
      <TextField
        label="最後の日"
        name="endsOn"
        type="date"
        required
        help={sides[side].end}
        value={terms.endsOn}
        onChange={(endsOn) => onChange({ ...terms, endsOn })}
        error={faults.endsOn}
      />
    </>
  );
}
