import { useState } from 'react';
import { Late } from '#web/platform/Late.tsx';
import { ahead } from '#web/platform/late-part.ts';
import { QuietButton } from '../QuietButton.tsx';

const loadKeyDialog = ahead(async () => (await import('./KeyDialog.tsx')).KeyDialog);

/** The way to how one answers and how the questions are shown. */
export function KeyHelp() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <QuietButton onPress={() => setOpen(true)}>答え方を見る</QuietButton>
      {open && <Late load={loadKeyDialog} props={{ onClose: () => setOpen(false) }} />}
    </>
  );
}
