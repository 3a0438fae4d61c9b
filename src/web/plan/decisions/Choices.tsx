import { outcomes, outcomeWords } from '#core/plan/decision/outcome.ts';
import { Button } from '#web/ui/Button.tsx';
import type { ShownRequest } from '../decision-calls.ts';
import type { Deciding } from './use-decision.ts';

type ChoicesProps = {
  readonly request: ShownRequest;
  /** Whether it is the first of the page: the most likely next step. */
  readonly first?: boolean;
  readonly onDecide: (deciding: Deciding) => void;
};

/** The three answers of an executive. */
export function Choices({ request, first = false, onDecide }: ChoicesProps) {
  const { title, kind } = request;
  return outcomes.map((outcome) => {
    const { act } = outcomeWords(kind, outcome);
    return (
      <Button
        key={outcome}
        look={first && outcome === 'approved' ? 'primary' : 'secondary'}
        onPress={() => onDecide({ request, outcome })}
        label={`「${title}」を${act}`}
      >
        {act}
      </Button>
    );
  });
}
