import { z } from 'zod';
import { endpoint, facilityPath } from '../../kernel/contract.ts';
import { systemEditSchema, systemsAtMost, vendorRegisterSchema, vendorSystemSchema } from './vendor-system.ts';

const tags = ['チェックリスト'];
const systems = '/facilities/{facilityId}/vendor-systems';
const systemPath = facilityPath.extend({ systemId: z.uuid() });
const access = { kind: 'facility', permission: 'vendor-form.edit' } as const;

const placed = {
  'compliance/system-listed': {
    status: 409,
    message: 'この事業者のこのシステムは、もう一覧にあります。名前を変えるか、一覧にあるものを直してください。',
  },
  'compliance/too-many-systems': {
    status: 409,
    message: `使っているシステムは${systemsAtMost}までです。使い終わったものを「使い終わった」にしてください。`,
  },
} as const;

/** Why nothing is asked or begun of a system that has ended. */
export const systemEnded = {
  'compliance/system-ended': {
    status: 409,
    message: 'このシステムは、使い終わったことになっています。先に「使っている一覧に戻す」を押してください。',
  },
} as const;

/** Endpoints of the systems vendors run for a facility, and of their forms as the facility fills them in. */
export const vendorSystemContract = {
  vendorSystems: endpoint
    .meta({ access: { kind: 'facility', permission: 'result.read' }, recordRead: { act: 'compliance.systems-listed' } })
    .route({
      method: 'GET',
      path: systems,
      tags,
      summary: '事業者とシステムの一覧と、今年度の事業者確認用の様式の進み具合',
    })
    .input(facilityPath)
    .output(vendorRegisterSchema),
  addVendorSystem: endpoint
    .meta({ access })
    .route({ method: 'POST', path: systems, tags, summary: '事業者のシステムを加える', successStatus: 201 })
    .input(facilityPath.extend(systemEditSchema.shape))
    .output(vendorSystemSchema)
    .errors(placed),
  editVendorSystem: endpoint
    .meta({ access })
    .route({
      method: 'PUT',
      path: `${systems}/{systemId}`,
      tags,
      summary: '事業者のシステムを直す、使い終わったことにする（様式は残る）',
    })
    .input(
      systemPath.extend({ ...systemEditSchema.shape, ended: z.boolean(), revision: z.number().int().nonnegative() }),
    )
    .output(vendorSystemSchema)
    .errors({
      ...placed,
      'compliance/system-changed': {
        status: 409,
        message: 'ほかの人が先に直しました。入力を控えてから開き直し、今の内容を確かめて、もう一度お試しください。',
        data: z.object({ current: vendorSystemSchema }),
      },
    }),
  beginVendorForm: endpoint
    .meta({ access })
    .route({
      method: 'POST',
      path: `${systems}/{systemId}/form`,
      tags,
      summary: '今年度の事業者確認用の様式を始める（あれば開く）',
    })
    .input(systemPath)
    .output(z.object({ runId: z.uuid() }))
    .errors(systemEnded),
};
