import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Item } from '#core/catalogue/sheet.ts';
import { mayAddEvidence, takesEvidence } from '#core/evidence/right.ts';
import { EvidenceFiles, evidenceQuery, isAt } from '#web/evidence/index.tsx';
import { Late } from '#web/platform/Late.tsx';
import { ahead } from '#web/platform/late-part.ts';
import { mayAnswerItem, useAnswering } from '../answering.ts';
import { needsReason } from '../card/reason.ts';
import { QuietButton } from '../QuietButton.tsx';
import { useItem } from './use-item.ts';

const loadNoteField = ahead(async () => (await import('./NoteField.tsx')).NoteField);
const loadHistory = ahead(async () => (await import('./History.tsx')).History);

type Panel = 'note' | 'evidence' | 'history';

/** Below the answer, opened when it is needed: note, evidence, history. */
export function ItemPanels({ item }: { readonly item: Item }) {
  const id = useId();
  const answering = useAnswering();
  const { answer, choose } = useItem(item);
  const open = mayAnswerItem(answering, item);
  const mayNote = open && !needsReason(answering.sheet.scale, answer.value);
  const [panel, setPanel] = useState<Panel | 'untouched' | null>('untouched');
  const toExplain = answering.run.purpose === 'audit' && (answer.conclusion ?? 'conformity') !== 'conformity';
  if (panel === 'untouched' && mayNote && (answer.note !== '' || toExplain)) setPanel('note');
  const shown = panel === 'untouched' || (panel === 'note' && !mayNote) ? null : panel;
  const turn = (next: Panel) => setPanel(shown === next ? null : next);
  const opens = (which: Panel) => ({ id: `${id}-panel`, open: shown === which });
  return (
    <div className="flex flex-col gap-2 border-t border-solid-gray-100 pt-1">
      <div className="flex flex-wrap gap-x-5">
        {mayNote && (
          <QuietButton onPress={() => turn('note')} opens={opens('note')}>
            {answer.note === '' ? 'メモを書く' : 'メモあり'}
          </QuietButton>
        )}
        {takesEvidence(answering.run.sheetId) && (
          <QuietButton onPress={() => turn('evidence')} opens={opens('evidence')}>
            <EvidenceCount item={item} />
          </QuietButton>
        )}
        <QuietButton onPress={() => turn('history')} opens={opens('history')}>
          履歴を見る
        </QuietButton>
        {open && answer.value !== null && (
          <QuietButton onPress={() => choose({ value: null, note: answer.note })} label={`答えを消す（${item.id}）`}>
            答えを消す
          </QuietButton>
        )}
      </div>
      {shown && (
        <div id={`${id}-panel`} className="pb-1">
          <PanelOf panel={shown} item={item} />
        </div>
      )}
    </div>
  );
}

function PanelOf({ panel, item }: { readonly panel: Panel; readonly item: Item }) {
  const { path, person } = useAnswering();
  const mayAdd = useMayAdd(item);
  if (panel === 'note') return <Late load={loadNoteField} props={{ item }} />;
  if (panel === 'history') return <Late load={loadHistory} props={{ item }} />;
  return <EvidenceFiles facilityId={path.facilityId} place={{ itemId: item.id }} person={person} mayAdd={mayAdd} />;
}

function EvidenceCount({ item }: { readonly item: Item }) {
  const { path } = useAnswering();
  const mayAdd = useMayAdd(item);
  const count = useQuery(evidenceQuery(path.facilityId)).data?.filter(isAt({ itemId: item.id })).length ?? 0;
  return count === 0 && mayAdd ? '証跡を加える' : `証跡 ${count}件`;
}

function useMayAdd(item: Item): boolean {
  const { sheet, person, standings } = useAnswering();
  const handed = sheet.areas.filter(({ id }) =>
    standings.assignments.some(({ areaId, person: holder }) => areaId === id && holder.id === person.id),
  );
  return mayAddEvidence(person, item.id, handed);
}
