import type { Item } from '#core/catalogue/sheet.ts';
import { EstablishedLines } from '#web/evidence/index.tsx';
import { mayAnswerItem, useAnswering, useItem } from '#web/sheet/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Link } from '#web/ui/Link.tsx';
import { proposalLine, proposedWords, runWords } from './proposal-words.ts';
import { useProposals } from './use-proposals.ts';

/** What the submitted self-assessment says of an item of the checklist, and where it says so; a person looks and chooses. */
export function ProposedAnswer({ item }: { readonly item: Item }) {
  const answering = useAnswering();
  const { answer, choose } = useItem(item);
  const proposal = useProposals().find(({ itemId }) => itemId === item.id);
  const [first] = proposal?.from ?? [];
  if (!proposal || !first) return null;
  const { value, from } = proposal;
  const { facilityId } = answering.path;
  return (
    <section
      aria-label={`${item.label ?? item.id}の自己点検の回答`}
      className="rounded-8 bg-solid-gray-50 px-4 py-3 text-help"
    >
      <p className="text-solid-gray-700">
        自己点検の回答（
        <Link href={`/facilities/${facilityId}/runs/${first.runId}/result`}>{runWords(first)}</Link>）
      </p>
      <ul className="my-1 list-disc pl-5">
        {from.map(({ itemId, text, words, relation, established }) => (
          <li key={itemId}>
            {itemId}「{text}」：<strong>{words}</strong>
            {relation === 'partly' && '（一部だけ当てはまる設問）'}
            <EstablishedLines lines={established} />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-72 text-solid-gray-900">{proposalLine(proposal, answer.value)}</p>
        {value !== null && value !== answer.value && mayAnswerItem(answering, item) && (
          <Button
            size="small"
            label={`確かめて「${proposedWords(value)}」と答える（${item.label ?? item.id}）`}
            onPress={() => choose({ value, note: answer.note })}
          >
            確かめて「{proposedWords(value)}」と答える
          </Button>
        )}
      </div>
    </section>
  );
}
