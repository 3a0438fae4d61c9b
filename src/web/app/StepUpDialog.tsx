import { StepUpForm } from '#web/identity/index.ts';
import { endStepUp } from '#web/platform/step-up.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';

/** The one place where a dangerous act waits for its person to prove to be there; the open page stays as it is. */
export function StepUpDialog() {
  return (
    <Dialog open onClose={() => endStepUp(false)} alert title="もう一度ご本人か確かめます">
      <p className="mb-4 text-help text-solid-gray-700">
        取り消しにくい操作のため、席を離れた間にほかの人が行えないようにしています。一度確かめると、10分間は尋ねません。
      </p>
      <div className="min-h-40">
        <OnceRead count={1}>
          <StepUpForm onProved={() => endStepUp(true)} onCancel={() => endStepUp(false)} />
        </OnceRead>
      </div>
    </Dialog>
  );
}
