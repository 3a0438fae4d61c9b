export { organisationQuery } from './above-queries.ts';
export { drawnName } from './FacilityName.tsx';
export { bedsText } from './facility-draft.ts';
export { importSearch } from './import-search.ts';
export {
  FindPage,
  ImportPage,
  InviteFirstPersonPage,
  InvitePersonPage,
  NewFacilityPage,
  OfferPage,
  OrganisationsPage,
  PeoplePage,
  ProfilePage,
  RegisteredFacilityPage,
  RegisterPage,
  SupportPage,
  WorklistPage,
} from './pages.ts';
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
