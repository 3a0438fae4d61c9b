import { itemsOf } from '#core/catalogue/sheet.ts';
import { Late } from '#web/platform/Late.tsx';
import { ahead } from '#web/platform/late-part.ts';
import { useAnswering } from '../answering.ts';
import { lacksReason } from '../card/reason.ts';
import { itemHref } from '../item-href.ts';
import type { SheetPart } from '../sheet-part.ts';

const loadWaitingNote = ahead(async () => (await import('./WaitingNote.tsx')).WaitingNote);

/** Answers of other parts that wait for the person: two to choose from, or a reason to write. */
export function WaitingBar({ open }: { readonly open: SheetPart }) {
  const { path, run, sheet, savings, standings } = useAnswering();
  const waiting = itemsOf(sheet).filter((item) => {
    const answer = standings.answers.get(item.id);
    const unfinished = answer?.draft !== undefined && lacksReason(sheet.scale, answer);
    return (unfinished || savings.get(item.id)?.state === 'conflict') && !open.items.includes(item);
  });
  if (run.status !== 'open' || waiting.length === 0) return null;
  return <Late load={loadWaitingNote} props={{ waiting, hrefOf: ({ id }) => itemHref(path, sheet, id) }} />;
}
