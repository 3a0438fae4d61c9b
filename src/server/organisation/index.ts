export { addFacility } from './add-facility.ts';
export { editProfile } from './edit-profile.ts';
export { facilitiesCommand, facilitiesUsage } from './facilities-command.ts';
export { organisationRoutes } from './routes.ts';
