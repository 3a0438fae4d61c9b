import type { Sheet } from '#core/catalogue/sheet.ts';
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { FaultWords } from '#web/ui/field-parts.tsx';

type MeasureChoiceProps = {
  readonly title: string;
  readonly sheet: Sheet;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly error?: string | undefined;
};

/** Measures of the sheet to tick, by area, folded away until somebody has some to name. */
export function MeasureChoice({ title, sheet, value, onChange, error }: MeasureChoiceProps) {
  return (
    <div>
      <Disclosure title={`${title}（${value.length}件）`} printedAsSeen>
        <div className="flex flex-col gap-4">
          {sheet.areas
            .filter(({ measures }) => measures.length > 0)
            .map(({ id, title: area, measures }) => {
              const own = new Set(measures.map((measure) => measure.id));
              return (
                <CheckboxGroup
                  key={id}
                  label={area}
                  value={value.filter((one) => own.has(one))}
                  onChange={(chosen) => onChange([...value.filter((one) => !own.has(one)), ...chosen])}
                >
                  {measures.map((measure) => (
                    <Checkbox key={measure.id} value={measure.id}>
                      {measure.title}
                    </Checkbox>
                  ))}
                </CheckboxGroup>
              );
            })}
        </div>
      </Disclosure>
      {error && <FaultWords error={error} />}
    </div>
  );
}
