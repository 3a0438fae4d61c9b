import { Button } from '#web/ui/Button.tsx';
import type { ShownRequest } from '../calls.ts';
import type { Deciding } from './use-decision.ts';

type ChoicesProps = {
  readonly request: ShownRequest;
  /** Whether it is the first of the page: the most likely next step. */
  readonly first?: boolean;
  readonly onDecide: (deciding: Deciding) => void;
};

/** The three answers of an executive. */
export function Choices({ request, first = false, onDecide }: ChoicesProps) {
  const { title } = request;
  return (
    <>
      <Button
        look={first ? 'primary' : 'secondary'}
        onPress={() => onDecide({ request, outcome: 'approved' })}
        label={`「${title}」を決める`}
      >
        決める
      </Button>
      <Button onPress={() => onDecide({ request, outcome: 'deferred' })} label={`「${title}」を先に延ばす`}>
        先に延ばす
      </Button>
      <Button onPress={() => onDecide({ request, outcome: 'declined' })} label={`「${title}」を見送る`}>
        見送る
      </Button>
    </>
  );
}
