import { isBound } from '#core/plan/decision/request-state.ts';
import { Button } from '#web/ui/Button.tsx';
import type { ShownRequest } from '../decision-calls.ts';

type RequestChangesProps = {
  readonly request: ShownRequest;
  readonly onEdit: (request: ShownRequest) => void;
  readonly onWithdraw: (request: ShownRequest) => void;
};

/** Changing a request as long as nothing was decided of it, and taking it back. */
export function RequestChanges({ request, onEdit, onWithdraw }: RequestChangesProps) {
  const { title, decisions } = request;
  if (isBound(request)) return null;
  return (
    <div className="flex flex-wrap gap-2 max-sm:-ml-4 sm:-mr-4 sm:ml-auto">
      {decisions.length === 0 && (
        <Button look="quiet" onPress={() => onEdit(request)} label={`「${title}」の内容を直す`}>
          内容を直す
        </Button>
      )}
      <Button look="quiet" onPress={() => onWithdraw(request)} label={`「${title}」を取り下げる`}>
        取り下げる
      </Button>
    </div>
  );
}
