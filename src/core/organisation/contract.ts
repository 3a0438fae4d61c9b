import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { profileEditSchema, profileSchema, serverAnswersSchema } from './profile.ts';
import {
  facilityCorrectionSchema,
  newFacilitySchema,
  prefectureSchema,
  registeredFacilitySchema,
  registerImportSchema,
  registerSearchSchema,
} from './register-shape.ts';

const registerTags = ['施設台帳'];
const profileTags = ['施設の情報'];
/** The body of an upload is the file itself; `name` is only shown. */
export const importInputSchema = z.object({
  query: z.object({ name: z.string().trim().max(200).default('') }),
  body: z.unknown().optional(),
});

/** Largest register file in bytes, packed or not (64 MiB). */
const uploadLimit = 64 * 1024 * 1024;

const profileChanged = {
  'organisation/profile-changed': {
    status: 409,
    message: 'ほかの人が先に変えました。今の内容を確かめてから、もう一度保存してください。',
    data: z.object({ current: profileSchema }),
  },
} as const;

export const organisationContract = {
  searchRegister: endpoint
    .meta({ access: { kind: 'system', permission: 'register.read' } })
    .route({ method: 'GET', path: '/register/facilities', tags: registerTags, summary: '施設台帳を探す' })
    .input(registerSearchSchema)
    .output(z.object({ facilities: z.array(registeredFacilitySchema), next: z.string().nullable() })),
  registerCities: endpoint
    .meta({ access: { kind: 'system', permission: 'register.read' } })
    .route({
      method: 'GET',
      path: '/register/prefectures/{prefecture}/cities',
      tags: registerTags,
      summary: '台帳にある市区町村',
    })
    .input(z.object({ prefecture: prefectureSchema }))
    .output(z.array(z.object({ city: z.string(), facilities: z.number().int() }))),
  registeredFacility: endpoint
    .meta({ access: { kind: 'system', permission: 'register.read' } })
    .route({
      method: 'GET',
      path: '/register/facilities/{facilityId}',
      tags: registerTags,
      summary: '台帳の施設を見る',
    })
    .input(facilityPath)
    .output(registeredFacilitySchema),
  createFacility: endpoint
    .meta({ access: { kind: 'system', permission: 'facility.create' } })
    .route({
      method: 'POST',
      path: '/register/facilities',
      tags: registerTags,
      summary: '台帳にない施設を作り、利用を始める',
      successStatus: 201,
    })
    .input(newFacilitySchema)
    .output(registeredFacilitySchema)
    .errors({
      'organisation/code-taken': {
        status: 409,
        message: 'このコードの施設はすでに台帳にあります。その施設を開いて、利用を始めてください。',
        data: z.object({ facilityId: z.uuid() }),
      },
      'organisation/prefecture-differs': {
        status: 400,
        message: 'コードの先頭2桁と都道府県が違います。どちらかを直してください。',
      },
    }),
  correctFacility: endpoint
    .meta({ access: { kind: 'system', permission: 'facility.create' } })
    .route({
      method: 'PUT',
      path: '/register/facilities/{facilityId}',
      tags: registerTags,
      summary: '台帳にない施設の名称と所在地を直す',
    })
    .input(facilityPath.extend(facilityCorrectionSchema.shape))
    .output(registeredFacilitySchema)
    .errors({
      'organisation/named-by-list': {
        status: 409,
        message: '公開の一覧にある施設の名称と所在地は、一覧を取り込み直すと変わります。ここでは直せません。',
      },
    }),
  openFacility: endpoint
    .meta({ access: { kind: 'system', permission: 'facility.create' } })
    .route({
      method: 'PUT',
      path: '/register/facilities/{facilityId}/opening',
      tags: registerTags,
      summary: '台帳の施設の利用を始める（すでに始めていれば何も変えない）',
    })
    .input(facilityPath)
    .output(registeredFacilitySchema),
  importRegister: endpoint
    .meta({ access: { kind: 'system', permission: 'register.import' }, bodyLimit: uploadLimit, costly: true })
    .route({
      method: 'POST',
      path: '/register/imports',
      tags: registerTags,
      summary: '台帳のファイル（CSV、またはgzipしたCSV）を取り込む',
      description:
        '本文はファイルそのもの、名前は name。受け取ると番号を返して処理を続けます。進み具合と結果は番号で読めます。',
      successStatus: 202,
      inputStructure: 'detailed',
    })
    .input(importInputSchema)
    .output(z.object({ importId: z.uuid() }))
    .errors({
      'organisation/import-running': {
        status: 409,
        message: '別の取り込みが進んでいます。終わってから、もう一度取り込んでください。',
        data: z.object({ importId: z.uuid() }),
      },
    }),
  imports: endpoint
    .meta({ access: { kind: 'system', permission: 'register.read' } })
    .route({ method: 'GET', path: '/register/imports', tags: registerTags, summary: '最近の取り込み' })
    .output(z.array(registerImportSchema.omit({ report: true }))),
  readImport: endpoint
    .meta({ access: { kind: 'system', permission: 'register.read' } })
    .route({
      method: 'GET',
      path: '/register/imports/{importId}',
      tags: registerTags,
      summary: '取り込みの進み具合と結果',
    })
    .input(z.object({ importId: z.uuid() }))
    .output(registerImportSchema),
  profile: endpoint
    .meta({ access: { kind: 'facility', permission: 'facility.read' } })
    .route({ method: 'GET', path: '/facilities/{facilityId}/profile', tags: profileTags, summary: '施設の情報' })
    .input(facilityPath)
    .output(profileSchema),
  editProfile: endpoint
    .meta({ access: { kind: 'facility', permission: 'facility.edit' } })
    .route({ method: 'PUT', path: '/facilities/{facilityId}/profile', tags: profileTags, summary: '施設の情報を直す' })
    .input(facilityPath.extend(profileEditSchema.shape))
    .output(profileSchema)
    .errors(profileChanged),
  chooseSheet: endpoint
    .meta({ access: { kind: 'facility', permission: 'facility.edit' } })
    .route({
      method: 'PUT',
      path: '/facilities/{facilityId}/sheet-choice',
      tags: profileTags,
      summary: 'どの点検票を使うかの問いに答える',
    })
    .input(facilityPath.extend(serverAnswersSchema.shape))
    .output(profileSchema),
};
