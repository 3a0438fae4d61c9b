import { useState } from 'react';
import { versionTitle } from '#core/catalogue/version-title.ts';
import { Late } from '#web/platform/Late.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { useAnswering } from '../answering.ts';

const loadMoveDialog = async () => (await import('./MoveDialog.tsx')).MoveDialog;

/** New runs begin with another version: this one can go over to it. */
export function NewerVersion({ version }: { readonly version: string }) {
  const { run } = useAnswering();
  const [asking, ask] = useState(false);
  return (
    <Callout
      tone="note"
      title={`新しい版があります：${versionTitle(version)}`}
      action={
        run.may.move && (
          <Button size="small" onPress={() => ask(true)}>
            {version}に移す
          </Button>
        )
      }
    >
      {`この点検は${versionTitle(run.sheetVersion)}です。`}このまま提出することもできます。
      {!run.may.move && '新しい版へは、安全管理責任者が移せます。'}
      {asking && <Late load={loadMoveDialog} props={{ version, onClose: () => ask(false) }} />}
    </Callout>
  );
}
