import { implement } from '@orpc/server';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { formLinkContract } from '#core/compliance/vendor-form/form-link-contract.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { answerForm, sendForm, takeBackForm } from './answer-form.ts';
import { changeForm, inForm } from './enter-form.ts';
import { openForm } from './open-form.ts';

/** What a vendor does through its link, each endpoint tied to its action. */
export function formLinkRoutes(catalogue: Catalogue) {
  const os = implement(formLinkContract).$context<RequestContext>();
  return os.router({
    openVendorForm: os.openVendorForm.handler(({ context, input: { token } }) =>
      inForm(context, catalogue, token, openForm),
    ),
    answerVendorForm: os.answerVendorForm.handler(({ context, input: { token, ...change } }) =>
      changeForm(context, catalogue, token, (form) => answerForm(form, change)),
    ),
    sendVendorForm: os.sendVendorForm.handler(({ context, input: { token } }) =>
      changeForm(context, catalogue, token, sendForm),
    ),
    takeBackVendorForm: os.takeBackVendorForm.handler(({ context, input: { token } }) =>
      changeForm(context, catalogue, token, takeBackForm),
    ),
  });
}
