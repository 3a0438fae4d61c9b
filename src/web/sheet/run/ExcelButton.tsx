import { useState } from 'react';
import { Late } from '#web/platform/Late.tsx';
import { ahead } from '#web/platform/late-part.ts';
import { Button } from '#web/ui/Button.tsx';

const loadExcelDialog = ahead(async () => (await import('../excel/ExcelDialog.tsx')).ExcelDialog);

/** Answering in Excel: take the sheet away, bring it back. */
export function ExcelButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Excel</Button>
      {open && <Late load={loadExcelDialog} props={{ onClose: () => setOpen(false) }} />}
    </>
  );
}
