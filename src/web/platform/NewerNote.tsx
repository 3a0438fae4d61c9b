import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { useInSight } from './RefusalNote.tsx';

type NewerNoteProps = {
  /** What was refused with; a new one brings the note into sight. */
  readonly error: unknown;
  /** What stands now of what somebody else has changed. */
  readonly changed: readonly { readonly title: string; readonly text: string }[];
  readonly onTake: () => void;
};

/** What somebody else saved while this person typed, beside what was typed; taking it throws the typing away. */
export function NewerNote({ error, changed, onTake }: NewerNoteProps) {
  const note = useInSight(error);
  return (
    <div ref={note} tabIndex={-1} className="rounded-12">
      <Callout tone="attention" announce title="ほかの人が先に直しました">
        <p>あなたの入力は、下に残っています。ほかの人が直したところは、今こうなっています。</p>
        <dl aria-label="ほかの人が直したところ" className="my-2">
          {changed.map(({ title, text }) => (
            <div key={title} className="flex flex-wrap gap-x-1">
              <dt>{title}：</dt>
              <dd className="font-700 whitespace-pre-line">{text}</dd>
            </div>
          ))}
        </dl>
        <p className="mb-2">今の内容を開くと、あなたの入力は消えます。上書きすると、ほかの人の直しが消えます。</p>
        <Button onPress={onTake}>入力を捨てて、今の内容を開く</Button>
      </Callout>
    </div>
  );
}
