import { useState } from 'react';
import { Late } from '#web/platform/Late.tsx';
import { ahead } from '#web/platform/late-part.ts';
import { isAnswered, isUndated, useAnswering } from '#web/sheet/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { leftItems } from './left-items.ts';

const loadLeftDialog = ahead(async () => (await import('./LeftDialog.tsx')).LeftDialog);
const loadSubmitDialog = ahead(async () => (await import('./SubmitDialog.tsx')).SubmitDialog);
const loadUnsavedDialog = ahead(async () => (await import('./UnsavedDialog.tsx')).UnsavedDialog);

type Asking = 'nothing' | 'left' | 'unsaved' | 'confirm';

/** Time in ms a last save may take before the person is told that something is not saved. */
const patience = 5_000;

/** Submits the run once every item is answered and confirmed; until then names what is left. */
export function Submission() {
  const { sheet, standings, autosave } = useAnswering();
  const [asking, ask] = useState<Asking>('nothing');
  const left = leftItems(sheet, (id) => {
    const answer = standings.answers.get(id);
    if (standings.setAside?.has(id)) return { answered: true, toConfirm: false };
    const undated = isUndated(id, standings);
    return { answered: isAnswered(sheet.scale, answer), toConfirm: answer?.toConfirm === true, undated };
  });
  const begin = async () => {
    if (left.length > 0) return ask('left');
    await autosave.settled(patience);
    ask(autosave.drafts().size > 0 ? 'unsaved' : 'confirm');
  };
  const close = () => ask('nothing');
  return (
    <>
      <Button look={left.length === 0 ? 'primary' : 'secondary'} onPress={() => void begin()}>
        提出する
      </Button>
      {asking === 'left' && <Late load={loadLeftDialog} props={{ left, onClose: close }} />}
      {asking === 'unsaved' && <Late load={loadUnsavedDialog} props={{ onClose: close }} />}
      {asking === 'confirm' && <Late load={loadSubmitDialog} props={{ onClose: close }} />}
    </>
  );
}
