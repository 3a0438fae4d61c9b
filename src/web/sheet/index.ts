export { AnswerSheet } from './AnswerSheet.tsx';
export { itemHref, mayAnswerItem, partHref, useAnswering } from './answering.ts';
export { type Above, AboveContext, type Beside, BesideContext, type BesideProps } from './beside.ts';
export { AnswerChoice } from './card/AnswerChoice.tsx';
export { Help } from './card/Help.tsx';
export { ItemCard } from './card/ItemCard.tsx';
export { Proofs, type Targets } from './card/Proofs.tsx';
export { useStepKeys } from './card/use-step-keys.ts';
export { useItem } from './item/use-item.ts';
export {
  prefetchRun,
  type RunPath,
  type RunSummaryView,
  runQuery,
  runsQuery,
  sheet,
  type TakenView,
} from './queries.ts';
export { type RunSearch, runSearch } from './run-search.ts';
export { openAutosave } from './saving/open-autosave.ts';
export { isAnswered } from './shown-answer.ts';
