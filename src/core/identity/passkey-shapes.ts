import { z } from 'zod';

const base64url = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/, 'パスキーの確認の形が違います。画面を開き直して、もう一度お試しください。')
    .max(most);
const kind = z.literal('public-key');
const descriptor = z.object({ type: kind, id: z.string(), transports: z.array(z.string()) });

/** PublicKeyCredentialCreationOptionsJSON of Web Authentication, as far as Mamori sets it. */
export const creationOptionsSchema = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: kind, alg: z.number().int() })),
  timeout: z.number().int(),
  attestation: z.literal('none'),
  excludeCredentials: z.array(descriptor),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.boolean(),
    userVerification: z.literal('required'),
  }),
});

/** PublicKeyCredentialRequestOptionsJSON; without `allowCredentials` the person chooses among all passkeys for Mamori. */
export const assertionOptionsSchema = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.number().int(),
  userVerification: z.literal('required'),
  allowCredentials: z.array(descriptor),
});

// What browsers send is theirs: each adds fields as Web Authentication grows (`clientExtensionResults`,
// `authenticatorAttachment`, `publicKey`), so these take fields nobody looks at, unlike all other input.

/** RegistrationResponseJSON, as far as it is looked at. */
export const attestationSchema = z.looseObject({
  id: base64url(1400),
  rawId: base64url(1400),
  type: kind,
  response: z.looseObject({
    clientDataJSON: base64url(10_000),
    attestationObject: base64url(40_000),
    transports: z.array(z.string().max(40)).max(10).default([]),
  }),
});
export type Attestation = z.infer<typeof attestationSchema>;

/** AuthenticationResponseJSON, as far as it is looked at. */
export const assertionSchema = z.looseObject({
  id: base64url(1400),
  rawId: base64url(1400),
  type: kind,
  response: z.looseObject({
    clientDataJSON: base64url(10_000),
    authenticatorData: base64url(10_000),
    signature: base64url(4_000),
    userHandle: base64url(100).optional(),
  }),
});
export type Assertion = z.infer<typeof assertionSchema>;
