export { AnswerSheet } from './AnswerSheet.tsx';
export { type Answering, AnsweringContext, mayAnswerItem, useAnswering } from './answering.ts';
export { type Above, AboveContext, type Beside, BesideContext, type BesideProps } from './beside.ts';
export { CommonDoubt } from './CommonDoubt.tsx';
export { AnswerChoice } from './card/AnswerChoice.tsx';
export { Help } from './card/Help.tsx';
export { ItemCard } from './card/ItemCard.tsx';
export { Proofs, type Targets } from './card/Proofs.tsx';
export { useStepKeys } from './card/use-step-keys.ts';
export { type CommonNotes, commonNotes } from './common-notes.ts';
export { ConflictChoice } from './item/ConflictChoice.tsx';
export { DayFields } from './item/DayFields.tsx';
export { GivenAnswer } from './item/GivenAnswer.tsx';
export { ItemState } from './item/ItemState.tsx';
export { ToConfirm } from './item/ToConfirm.tsx';
export { useItem } from './item/use-item.ts';
export { itemHref, partHref } from './item-href.ts';
export { isUndated, progressOf } from './progress.ts';
export { QuietButton } from './QuietButton.tsx';
export {
  type AnswerView,
  prefetchRun,
  type RunPath,
  type RunSummaryView,
  type RunView,
  runQuery,
  runsQuery,
  sheet,
  type TakenView,
} from './queries.ts';
export { UnsavedBar } from './run/UnsavedBar.tsx';
export { type RunSearch, runSearch } from './run-search.ts';
export type { Outcome } from './saving/after-sending.ts';
export { Autosave } from './saving/autosave.ts';
export type { Draft } from './saving/draft.ts';
export { openDrafts } from './saving/draft-store.ts';
export { openAutosave } from './saving/open-autosave.ts';
export { outcomeOf } from './saving/outcome.ts';
export { isAnswered, shownAnswer } from './shown-answer.ts';
