import { z } from 'zod';
import { invitationSchema, issuedLink, mailTo, personName } from '../identity/contract.ts';
import { organisationRolesInOrder } from '../identity/member-roles.ts';
import { organisationRoles } from '../identity/role.ts';
import { endpoint, facilityPath, organisationPath } from '../kernel/contract.ts';
import { mailErrors } from '../kernel/mail.ts';
import { consentSchema, newOrganisationSchema, organisationSchema } from './organisation.ts';

const tags = ['施設をこえる組織'];
const roles = z.array(z.enum(organisationRoles));
const chosenRoles = roles
  .min(1, '役割を一つ以上選んでください。')
  .max(organisationRoles.length, '同じ役割は一度だけ選んでください。')
  .overwrite(organisationRolesInOrder);
export const organisationMemberSchema = z.object({ personId: z.uuid(), name: z.string(), roles });
const organisationInvitationSchema = invitationSchema.extend({ roles });

/** A facility in a corporation or network; `confirmedAt` is null until the facility's administrator confirms it. */
const membershipShape = { proposedAt: z.date(), confirmedAt: z.date().nullable(), shows: consentSchema };
export const membershipSchema = z.object({ organisation: organisationSchema, ...membershipShape });
export type Membership = z.infer<typeof membershipSchema>;
export const memberFacilitySchema = z.object({
  facility: z.object({ id: z.uuid(), name: z.string(), city: z.string() }),
  ...membershipShape,
});

const withoutMembers = {
  'organisation/without-members': {
    status: 409,
    message: '施設が参加できるのは、法人と地域連携の組織だけです。',
  },
} as const;
const lastAdministrator = {
  'identity/last-administrator': {
    status: 409,
    message: '組織の管理者がいなくなります。先にほかの人を組織の管理者にしてください。',
  },
} as const;
const memberPath = organisationPath.extend({ personId: z.uuid() });
const membershipPath = facilityPath.extend({ organisationId: z.uuid() });

export const organisationsContract = {
  list: endpoint
    .meta({ access: { kind: 'system', permission: 'organisation.create' } })
    .route({ method: 'GET', path: '/register/organisations', tags, summary: 'すべての組織' })
    .output(z.array(organisationSchema.extend({ members: z.boolean() }))),
  create: endpoint
    .meta({ access: { kind: 'system', permission: 'organisation.create' } })
    .route({ method: 'POST', path: '/register/organisations', tags, summary: '組織を作る', successStatus: 201 })
    .input(newOrganisationSchema)
    .output(organisationSchema)
    .errors({ 'organisation/name-taken': { status: 409, message: '同じ種類で同じ名称の組織が、すでにあります。' } }),
  inviteFirst: endpoint
    .meta({ access: { kind: 'system', permission: 'organisation.create', stepUp: true } })
    .route({
      method: 'POST',
      path: '/register/organisations/{organisationId}/invitations',
      tags,
      summary: '組織の最初の管理者を招く（組織にまだ人がいないときだけ）',
    })
    .input(organisationPath.extend({ name: personName, ...mailTo }))
    .output(issuedLink)
    .errors({
      ...mailErrors,
      'organisation/has-people': {
        status: 409,
        message: 'この組織にはすでに人がいます。招待は組織の管理者が行います。',
      },
    }),
  read: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.read' } })
    .route({ method: 'GET', path: '/organisations/{organisationId}', tags, summary: '組織' })
    .input(organisationPath)
    .output(organisationSchema),
  members: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.read' } })
    .route({ method: 'GET', path: '/organisations/{organisationId}/members', tags, summary: '組織の人の一覧' })
    .input(organisationPath)
    .output(z.array(organisationMemberSchema)),
  changeRoles: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.invite', stepUp: true } })
    .route({ method: 'PUT', path: '/organisations/{organisationId}/members/{personId}', tags, summary: '役割を変える' })
    .input(memberPath.extend({ roles: chosenRoles }))
    .output(organisationMemberSchema)
    .errors(lastAdministrator),
  removeMember: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.invite', stepUp: true } })
    .route({
      method: 'DELETE',
      path: '/organisations/{organisationId}/members/{personId}',
      tags,
      summary: '人を組織から外す',
      successStatus: 204,
    })
    .input(memberPath)
    .errors(lastAdministrator),
  invitations: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.invite' } })
    .route({ method: 'GET', path: '/organisations/{organisationId}/invitations', tags, summary: '招待の一覧' })
    .input(organisationPath)
    .output(z.array(organisationInvitationSchema)),
  invite: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.invite', stepUp: true } })
    .route({ method: 'POST', path: '/organisations/{organisationId}/invitations', tags, summary: '人を招く' })
    .input(organisationPath.extend({ name: personName, roles: chosenRoles, ...mailTo }))
    .output(issuedLink)
    .errors(mailErrors),
  withdrawInvitation: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.invite' } })
    .route({
      method: 'DELETE',
      path: '/organisations/{organisationId}/invitations/{invitationId}',
      tags,
      summary: '招待を取り消す',
      successStatus: 204,
    })
    .input(organisationPath.extend({ invitationId: z.uuid() })),
  facilities: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.read' } })
    .route({ method: 'GET', path: '/organisations/{organisationId}/facilities', tags, summary: '参加している施設' })
    .input(organisationPath)
    .output(z.array(memberFacilitySchema)),
  findFacilities: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.propose' } })
    .route({
      method: 'GET',
      path: '/organisations/{organisationId}/register',
      tags,
      summary: 'まもりを使っている施設を名前で探す',
    })
    .input(organisationPath.extend({ words: z.string().trim().min(1, '施設の名前を入力してください。').max(100) }))
    .output(z.array(z.object({ id: z.uuid(), name: z.string(), city: z.string() }))),
  propose: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.propose' } })
    .route({
      method: 'POST',
      path: '/organisations/{organisationId}/facilities',
      tags,
      summary: '施設に参加を提案する（施設の管理者が確かめると決まる）',
      successStatus: 204,
    })
    .input(organisationPath.extend({ memberId: z.uuid() }))
    .errors(withoutMembers),
  release: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.propose' } })
    .route({
      method: 'DELETE',
      path: '/organisations/{organisationId}/facilities/{memberId}',
      tags,
      summary: '施設の参加を組織の側からやめる',
      successStatus: 204,
    })
    .input(organisationPath.extend({ memberId: z.uuid() })),
  memberships: endpoint
    .meta({ access: { kind: 'facility', permission: 'support.read' } })
    .route({ method: 'GET', path: '/facilities/{facilityId}/memberships', tags, summary: '施設が参加している組織' })
    .input(facilityPath)
    .output(z.array(membershipSchema)),
  join: endpoint
    .meta({ access: { kind: 'facility', permission: 'membership.change' } })
    .route({
      method: 'PUT',
      path: '/facilities/{facilityId}/memberships/{organisationId}',
      tags,
      summary: '組織に参加する、提案を受ける、または見せるものを変える',
    })
    .input(membershipPath.extend({ shows: consentSchema.default('stage') }))
    .output(membershipSchema)
    .errors(withoutMembers),
  leave: endpoint
    .meta({ access: { kind: 'facility', permission: 'membership.change' } })
    .route({
      method: 'DELETE',
      path: '/facilities/{facilityId}/memberships/{organisationId}',
      tags,
      summary: '組織への参加をやめる（提案なら断る）',
      successStatus: 204,
    })
    .input(membershipPath),
};
