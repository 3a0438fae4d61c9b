import { z } from 'zod';
import { endpoint, facilityPath } from '../../kernel/contract.ts';
import {
  answeredInOrder,
  deskEditSchema,
  deskSchema,
  enquiryEditSchema,
  enquiryPageSchema,
  enquirySchema,
} from './desk.ts';
import { provisionEditSchema, provisionPageSchema, provisionSchema } from './provision.ts';

const tags = ['患者さんへの説明と第三者提供'];
const revision = z.number().int().min(0);
const message = 'ほかの人が先に直しました。入力を控えてから開き直し、今の内容を確かめて、もう一度お試しください。';
const paged = facilityPath.extend({
  /** `next` of the page before. */
  after: z.uuid().optional(),
});
const read = { kind: 'facility', permission: 'patient.read' } as const;
const write = { kind: 'facility', permission: 'patient.write' } as const;
const enquiryPath = facilityPath.extend({ enquiryId: z.uuid() });
const provisionPath = facilityPath.extend({ provisionId: z.uuid() });

/** Endpoints of the desk patients ask at, what they asked, and what was given to third parties. */
export const patientContract = {
  desk: endpoint
    .meta({ access: read, recordRead: { act: 'compliance.desk-read' } })
    .route({ method: 'GET', path: '/facilities/{facilityId}/desk', tags, summary: '患者さんなどへの説明窓口' })
    .input(facilityPath)
    .output(deskSchema),
  editDesk: endpoint
    .meta({ access: write })
    .route({ method: 'PUT', path: '/facilities/{facilityId}/desk', tags, summary: '説明窓口を書く' })
    .input(facilityPath.extend({ revision, ...deskEditSchema.shape }))
    .output(deskSchema)
    .errors({ 'compliance/desk-changed': { status: 409, message, data: z.object({ current: deskSchema }) } }),
  enquiries: endpoint
    .meta({ access: read, recordRead: { act: 'compliance.enquiries-read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/enquiries',
      tags,
      summary: '窓口への問い合わせ（新しい順に50件ずつ）',
    })
    .input(paged)
    .output(enquiryPageSchema),
  addEnquiry: endpoint
    .meta({ access: write })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/enquiries',
      tags,
      summary: '問い合わせを記録する（患者さんの氏名や番号は書かない）',
      successStatus: 201,
    })
    .input(answeredInOrder(facilityPath.extend(enquiryEditSchema.shape)))
    .output(enquirySchema),
  editEnquiry: endpoint
    .meta({ access: write })
    .route({
      method: 'PUT',
      path: '/facilities/{facilityId}/enquiries/{enquiryId}',
      tags,
      summary: '問い合わせの記録を直す。答えたことを書く',
    })
    .input(answeredInOrder(enquiryPath.extend({ revision, ...enquiryEditSchema.shape })))
    .output(enquirySchema)
    .errors({ 'compliance/enquiry-changed': { status: 409, message, data: z.object({ current: enquirySchema }) } }),
  provisions: endpoint
    .meta({ access: read, recordRead: { act: 'compliance.provisions-read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/provisions',
      tags,
      summary: '第三者提供の記録（新しい順に50件ずつ）',
    })
    .input(paged)
    .output(provisionPageSchema),
  addProvision: endpoint
    .meta({ access: write })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/provisions',
      tags,
      summary: '第三者提供を記録する（患者さんの氏名や番号は書かない）',
      successStatus: 201,
    })
    .input(facilityPath.extend(provisionEditSchema.shape))
    .output(provisionSchema),
  editProvision: endpoint
    .meta({ access: write })
    .route({
      method: 'PUT',
      path: '/facilities/{facilityId}/provisions/{provisionId}',
      tags,
      summary: '第三者提供の記録を直す',
    })
    .input(provisionPath.extend({ revision, ...provisionEditSchema.shape }))
    .output(provisionSchema)
    .errors({ 'compliance/provision-changed': { status: 409, message, data: z.object({ current: provisionSchema }) } }),
  exportProvisions: endpoint
    .meta({
      access: read,
      recordRead: { act: 'compliance.provisions-exported', by: 'everyone', detail: { format: 'csv' } },
      costly: true,
    })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/provisions.csv',
      tags,
      summary: '第三者提供の記録をすべて CSV で受け取る',
    })
    .input(facilityPath)
    .output(z.file()),
};
