import { useAnswering } from '#web/sheet/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';

/** That a run is not submitted while answers are not saved. */
export function UnsavedDialog({ onClose }: { readonly onClose: () => void }) {
  const { autosave } = useAnswering();
  return (
    <Dialog open onClose={onClose} title="まだ提出できません" actions={<Button onPress={onClose}>閉じる</Button>}>
      <Callout tone="attention" title={`保存できていない回答が${autosave.drafts().size}件あります`}>
        通信を確かめ、保存されてから、もう一度「提出する」を押してください。
      </Callout>
    </Dialog>
  );
}
