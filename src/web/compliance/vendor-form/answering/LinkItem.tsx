import { useId, useState } from 'react';
import type { Item } from '#core/catalogue/sheet.ts';
import { longestNote } from '#core/sheet/run.ts';
import {
  AnswerChoice,
  type CommonNotes,
  ConflictChoice,
  DayFields,
  GivenAnswer,
  Help,
  ItemCard,
  ItemState,
  mayAnswerItem,
  Proofs,
  QuietButton,
  ToConfirm,
  useAnswering,
  useItem,
} from '#web/sheet/index.ts';
import { TextArea } from '#web/ui/TextField.tsx';

type LinkItemProps = { readonly item: Item };
type ToldProps = LinkItemProps & { readonly told: CommonNotes };

/** One item of the form as the vendor answers it: はい or いいえ, the days, a note. */
export function LinkItem({ item, told }: ToldProps) {
  const { targets } = useAnswering();
  const [helped, help] = useState(false);
  const helpId = `${item.id}-help`;
  const words = helped ? '説明をたたむ' : '説明を開く';
  return (
    <ItemCard
      item={item}
      told={told}
      questionId={`${item.id}-question`}
      mark={
        <QuietButton
          onPress={() => help(!helped)}
          opens={{ id: helpId, open: helped }}
          label={`${words}（${item.label}）`}
        >
          {words}
        </QuietButton>
      }
      proofs={<Proofs item={item} targets={targets} told={told} />}
      state={<ItemState item={item} />}
    >
      {helped && <Help help={item.help} id={helpId} />}
      <Answer item={item} helpId={helped ? helpId : undefined} />
    </ItemCard>
  );
}

type AnswerProps = LinkItemProps & { readonly helpId: string | undefined };

function Answer({ item, helpId }: AnswerProps) {
  const answering = useAnswering();
  const { answer, choose } = useItem(item);
  if (answering.savings.get(item.id)?.state === 'conflict') return <ConflictChoice item={item} />;
  if (!mayAnswerItem(answering, item)) return <GivenAnswer item={item} />;
  const given = answer.value !== null && !answer.toConfirm;
  return (
    <>
      <ToConfirm item={item} />
      <AnswerChoice
        item={item}
        scale={answering.sheet.scale}
        answer={answer}
        onAnswer={({ value }) => choose({ value, note: answer.note })}
        questionId={`${item.id}-question`}
        helpId={helpId}
        keys={false}
        reasonMissing=""
      />
      {given && <DayFields item={item} />}
      {given && <Note item={item} />}
    </>
  );
}

function Note({ item }: LinkItemProps) {
  const { answer, type, leaveNote } = useItem(item);
  const id = useId();
  const [open, setOpen] = useState(answer.note !== '');
  if (!open) {
    return (
      <QuietButton onPress={() => setOpen(true)} opens={{ id, open }} label={`メモを書く（${item.label}）`}>
        メモを書く
      </QuietButton>
    );
  }
  return (
    <div id={id}>
      <TextArea
        label="メモ"
        name={`${item.id}-note`}
        help="対象の機器、残っていること、いつまでに何をするかなど。医療機関に伝わります。"
        rows={2}
        maxLength={longestNote}
        value={answer.note}
        onChange={type}
        onBlur={leaveNote}
      />
    </div>
  );
}
