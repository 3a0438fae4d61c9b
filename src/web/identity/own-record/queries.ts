import { ownRecordContract } from '#core/identity/own-record-contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const ownRecord = queriesFor(ownRecordContract);
