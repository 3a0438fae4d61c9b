import type { FieldFaults } from '#web/platform/refusal.ts';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { type OpenAnswers, serverQuestions, serverReplies } from './server-questions.ts';

type ServerQuestionsProps = {
  readonly answers: OpenAnswers;
  readonly onChange: (answers: OpenAnswers) => void;
  readonly faults?: FieldFaults;
};

/** The questions about servers and contracts that decide which sheet is for us. */
export function ServerQuestions({ answers, onChange, faults = {} }: ServerQuestionsProps) {
  return serverQuestions.map(({ key, label, help }) => (
    <RadioGroup
      key={key}
      label={label}
      help={help}
      inline
      options={serverReplies}
      value={answers[key]}
      onChange={(reply) => onChange({ ...answers, [key]: reply })}
      error={faults[key]}
    />
  ));
}
