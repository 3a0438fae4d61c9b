export { drawnName } from './FacilityName.tsx';
export { bedsText } from './facility-draft.ts';
export { importSearch } from './import-search.ts';
export { ImportPage, NewFacilityPage, ProfilePage, RegisteredFacilityPage, RegisterPage } from './pages.ts';
export {
  type ImportHead,
  importsQuery,
  profileQuery,
  type Registered,
  registeredQuery,
  registerQuery,
} from './queries.ts';
export { registerSearch } from './register-search.ts';
export { ServerQuestions } from './ServerQuestions.tsx';
export { SheetAdvice } from './SheetAdvice.tsx';
export { completeAnswers, noAnswers, type OpenAnswers } from './server-questions.ts';
