export { addFacility } from './add-facility.ts';
export { editProfile } from './edit-profile.ts';
export { facilitiesCommand, facilitiesUsage } from './facilities-command.ts';
export { joinOrganisation } from './join-organisation.ts';
export { offerSupport } from './offer-support.ts';
export { findOrganisation, insertOrganisation } from './organisation-repository.ts';
export { organisationsRoutes } from './organisations-routes.ts';
export { organisationRoutes } from './routes.ts';
export { supportRoutes } from './support-routes.ts';
