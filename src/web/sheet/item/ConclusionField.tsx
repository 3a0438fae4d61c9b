import type { Item } from '#core/catalogue/sheet.ts';
import { conclusionHelp, conclusionSchema, conclusionTitles, lackingConclusion } from '#core/sheet/conclusion.ts';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { useItem } from './use-item.ts';

const options = conclusionSchema.options.map((value) => ({ value, label: conclusionTitles[value] }));

/** What the auditor concludes at an item, and what is missing before it can be reported. */
export function ConclusionField({ item }: { readonly item: Item }) {
  const { answer, conclude } = useItem(item);
  if (answer.value === 'not-applicable') return null;
  const { conclusion = null } = answer;
  return (
    <div className="rounded-8 bg-solid-gray-50 px-4 py-3">
      <RadioGroup label="結論" inline options={options} value={conclusion} onChange={conclude} />
      <p className="text-help text-solid-gray-700">
        {conclusion === null ? '報告するまでに選んでください。' : `${conclusionHelp[conclusion]}。`}
      </p>
      {lackingConclusion(answer) === 'reason' && (
        <p className="text-help text-orange-1000">理由を下のメモに書いてください。書くまで報告できません。</p>
      )}
    </div>
  );
}
