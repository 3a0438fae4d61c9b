import { useState } from 'react';
import type { Area } from '#core/catalogue/sheet.ts';
import { Late } from '#web/platform/Late.tsx';
import { ahead } from '#web/platform/late-part.ts';
import { useAnswering } from '../answering.ts';
import { QuietButton } from '../QuietButton.tsx';
import type { SheetPart } from '../sheet-part.ts';

const loadAssignDialog = ahead(async () => (await import('./AssignDialog.tsx')).AssignDialog);

/** Who has the areas of this part; whoever hands them out can change it here. */
export function Assignments({ part }: { readonly part: SheetPart }) {
  const { run } = useAnswering();
  if (run.sheetId === 'executive') return null;
  return part.areas.map((area) => <Assignment key={area.id} area={area} named={part.areas.length > 1} />);
}

function Assignment({ area, named }: { readonly area: Area; readonly named: boolean }) {
  const { run } = useAnswering();
  const [asking, setAsking] = useState(false);
  const holder = run.assignments.find(({ areaId }) => areaId === area.id)?.person;
  const verb = holder ? '変える' : '決める';
  const title = named ? `${area.title}の担当` : '担当';
  if (!holder && (named || !run.may.assign)) return null;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span>
        {title}：{holder ? <strong className="text-solid-gray-900">{holder.name}</strong> : 'なし'}
      </span>
      {run.may.assign && (
        <QuietButton label={`${title}を${verb}`} onPress={() => setAsking(true)}>
          担当を{verb}
        </QuietButton>
      )}
      {asking && <Late load={loadAssignDialog} props={{ area, holder, onClose: () => setAsking(false) }} />}
    </span>
  );
}
