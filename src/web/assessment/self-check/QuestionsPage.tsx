import { getRouteApi } from '@tanstack/react-router';
import type { Item, Scale, Sheet } from '#core/catalogue/sheet.ts';
import { Answering } from './Answering.tsx';
import { NotBegun } from './NotBegun.tsx';
import { QuestionList } from './QuestionList.tsx';
import { useSelfCheck } from './store.ts';

const route = getRouteApi('/public/self-check/questions');
const title = '13の設問に答える';

export function QuestionsPage() {
  const check = useSelfCheck();
  if (!check) return <NotBegun title={title} />;
  return (
    <Answering
      check={check}
      sheetId="small-facility"
      route={route}
      title={title}
      sub={({ scale }) => <Guidance lines={[...scale.guidance, ...hintsOf(scale)]} />}
      List={QuestionList}
      aboveOf={areaTitle}
    />
  );
}

function areaTitle({ areas }: Sheet, { id }: Item): string {
  return areas.find(({ items }) => items.some((own) => own.id === id))?.title ?? '';
}

/** What the answers beside the steps count for. */
function hintsOf({ values }: Scale): readonly string[] {
  return values.flatMap(({ value, label, hint }) =>
    hint && !/^[0-3]$/.test(value) ? `「${label}」は、${hint}。` : [],
  );
}

function Guidance({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="mt-1 grid list-disc gap-x-10 pl-5 wide:grid-cols-2">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
