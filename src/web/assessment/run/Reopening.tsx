import { useState } from 'react';
import { Late } from '#web/platform/Late.tsx';
import type { RunPath } from '#web/sheet/index.ts';
import { Button } from '#web/ui/Button.tsx';

const loadReopenDialog = async () => (await import('./ReopenDialog.tsx')).ReopenDialog;

type ReopeningProps = {
  readonly path: RunPath;
  /** Steps back where other buttons are more likely. */
  readonly quiet?: boolean;
};

/** Takes a submission back, with the reason on record. */
export function Reopening({ path, quiet = false }: ReopeningProps) {
  const [asking, ask] = useState(false);
  return (
    <>
      <Button look={quiet ? 'quiet' : 'secondary'} onPress={() => ask(true)}>
        提出を取り消す
      </Button>
      {asking && <Late load={loadReopenDialog} props={{ path, onClose: () => ask(false) }} />}
    </>
  );
}
