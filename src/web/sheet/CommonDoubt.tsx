import { Callout } from '#web/ui/Callout.tsx';
import type { CommonNotes } from './common-notes.ts';

type CommonDoubtProps = {
  readonly told: CommonNotes;
  /** What the questions below are called. */
  readonly whole: string;
};

/** What nobody could check of most of the questions below, said once above them; nothing where it holds for few. */
export function CommonDoubt({ told: { doubt, source, ofAll }, whole }: CommonDoubtProps) {
  if (doubt === null) return null;
  return (
    <Callout tone="attention" title={ofAll ? `${whole}は、どれも要確認です` : '「要確認」の付いた項目があります'}>
      {doubt}
      {source && <p>出典：{source}</p>}
    </Callout>
  );
}
