import type { Item } from '#core/catalogue/sheet.ts';
import { isChecklist } from '#core/sheet/checklist.ts';
import { setAsideWords } from '#core/sheet/set-aside.ts';
import { Late } from '#web/platform/Late.tsx';
import { ahead } from '#web/platform/late-part.ts';
import { mayAnswerItem, useAnswering } from '../answering.ts';
import { AnswerChoice } from '../card/AnswerChoice.tsx';
import { Help } from '../card/Help.tsx';
import { ItemCard } from '../card/ItemCard.tsx';
import { Proofs } from '../card/Proofs.tsx';
import type { CommonNotes } from '../common-notes.ts';
import { helpIsOpen, turnHelp, usePreferences } from '../preferences.ts';
import { QuietButton } from '../QuietButton.tsx';
import { BesideAnswer } from './BesideAnswer.tsx';
import { GivenAnswer } from './GivenAnswer.tsx';
import { ItemPanels } from './ItemPanels.tsx';
import { ItemState } from './ItemState.tsx';
import { ToConfirm } from './ToConfirm.tsx';
import { useItem } from './use-item.ts';

const loadDayFields = ahead(async () => (await import('./DayFields.tsx')).DayFields);
const loadEarlierWording = ahead(async () => (await import('./EarlierWording.tsx')).EarlierWording);
const loadConclusionField = ahead(async () => (await import('./ConclusionField.tsx')).ConclusionField);
const loadLastYearLine = ahead(async () => (await import('./LastYearLine.tsx')).LastYearLine);
const loadNearAnswer = ahead(async () => (await import('./NearAnswer.tsx')).NearAnswer);
const loadConflictChoice = ahead(async () => (await import('./ConflictChoice.tsx')).ConflictChoice);

/** One item of a run: the question, its help, the answer and everything that belongs to it. */
export function RunItem({ item, told }: { readonly item: Item; readonly told: CommonNotes }) {
  const { targets, standings } = useAnswering();
  const aside = standings.setAside?.get(item.id);
  const preferences = usePreferences();
  const folded = !helpIsOpen(preferences, item.id);
  const helpId = `${item.id}-help`;
  const words = folded ? '説明を開く' : '説明をたたむ';
  return (
    <ItemCard
      item={item}
      questionId={`${item.id}-question`}
      level={2}
      told={told}
      mark={
        <QuietButton
          onPress={() => turnHelp(preferences, item.id)}
          opens={{ id: helpId, open: !folded }}
          label={`${words}（${item.id}）`}
        >
          {words}
        </QuietButton>
      }
      proofs={<Proofs item={item} targets={targets} told={told} />}
      state={!aside && <ItemState item={item} />}
      more={!aside && <ItemPanels item={item} />}
    >
      {!folded && <Help help={item.help} id={helpId} />}
      {aside ? (
        <p className="rounded-8 bg-solid-gray-50 px-4 py-3 text-help">{setAsideWords[aside]}</p>
      ) : (
        <Asked item={item} helpId={folded ? undefined : helpId} />
      )}
    </ItemCard>
  );
}

function Asked({ item, helpId }: AnswerProps) {
  const { standings, lastYear } = useAnswering();
  return (
    <>
      {standings.changed?.has(item.id) && <Late load={loadEarlierWording} props={{ item }} />}
      <ToConfirm item={item} />
      {lastYear && <Late load={loadLastYearLine} props={{ item }} />}
      {item.near && <Late load={loadNearAnswer} props={{ item }} />}
      <BesideAnswer item={item} />
      <Answer item={item} helpId={helpId} />
    </>
  );
}

type AnswerProps = { readonly item: Item; readonly helpId: string | undefined };

function Answer({ item, helpId }: AnswerProps) {
  const answering = useAnswering();
  const { keys } = usePreferences();
  const { answer, choose, type, leaveNote } = useItem(item);
  if (answering.savings.get(item.id)?.state === 'conflict') {
    return <Late load={loadConflictChoice} props={{ item }} />;
  }
  if (!mayAnswerItem(answering, item)) return <GivenAnswer item={item} />;
  const dated = isChecklist(answering.sheet.id) && answer.value !== null && !answer.toConfirm;
  const concluded = answering.run.purpose === 'audit' && answer.value !== null;
  return (
    <>
      <AnswerChoice
        item={item}
        scale={answering.sheet.scale}
        answer={answer}
        onAnswer={({ value, note = '' }) => (value === answer.value ? type(note) : choose({ value, note }))}
        onLeaveNote={leaveNote}
        questionId={`${item.id}-question`}
        helpId={helpId}
        keys={keys}
        reasonMissing="理由がまだのため、保存していません。"
      />
      {dated && <Late load={loadDayFields} props={{ item }} />}
      {concluded && <Late load={loadConclusionField} props={{ item }} />}
    </>
  );
}
