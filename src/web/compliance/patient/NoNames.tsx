import { Callout } from '#web/ui/Callout.tsx';

/** Asks for words in which no patient can be known. */
export function NoNames() {
  return (
    <Callout tone="attention" title="患者さんの氏名・番号・病名は書かないでください。">
      だれのことかが分からない言葉で書きます。くわしいことは、カルテなど決まった所に残してください。
    </Callout>
  );
}
