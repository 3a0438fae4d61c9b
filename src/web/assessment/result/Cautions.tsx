import { Disclosure } from '#web/ui/Disclosure.tsx';

/** What a reader has to know before relying on the result. */
export function Cautions({ cautions }: { readonly cautions: readonly string[] }) {
  if (cautions.length === 0) return null;
  return (
    <Disclosure title={`読むときの注意（${cautions.length}件）`} level={2} openAtFirst={cautions.length <= 3}>
      <ul className="list-disc pl-5 text-help">
        {cautions.map((caution) => (
          <li key={caution} className="measure">
            {caution}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
