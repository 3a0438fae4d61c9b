import { useState } from 'react';
import { Late } from '#web/platform/Late.tsx';
import { ahead } from '#web/platform/late-part.ts';
import { Button } from '#web/ui/Button.tsx';
import { useAnswering } from '../answering.ts';

const loadExcelDialog = ahead(async () => (await import('../excel/ExcelDialog.tsx')).ExcelDialog);

/** Answering in Excel: take the sheet away, bring it back. */
export function ExcelButton() {
  const { run } = useAnswering();
  const label = run.may.answer.length > 0 ? 'Excelで答える' : 'Excelで受け取る';
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{label}</Button>
      {open && <Late load={loadExcelDialog} props={{ onClose: () => setOpen(false) }} />}
    </>
  );
}
