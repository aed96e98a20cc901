import { z } from 'zod'
import { WireError } from '../../story/errors.ts'
import { endpoint } from '../endpoint.ts'
import type { TokenRequest } from './token-request.ts'

const secretName = z.string().min(1).max(200)

/** Settings of an account that is opened with tokens of OAuth 2.0 (RFC 6749) instead of a password. */
export const oauthAccountSchema = z
  .strictObject({
    tokenUrl: endpoint.describe(
      'Where tokens are given: `https://login.microsoftonline.com/TENANT/oauth2/v2.0/token`, `https://oauth2.googleapis.com/token`.',
    ),
    grant: z
      .enum(['client_credentials', 'refresh_token', 'jwt_bearer'])
      .default('client_credentials')
      .describe(
        '`client_credentials`: the program itself has leave (Microsoft 365). `jwt_bearer`: a service account signs for the user (Google Workspace). `refresh_token`: a person gave leave once.',
      ),
    clientId: z
      .string()
      .regex(/^[\x21-\x7e]{1,400}$/, 'must be printable, without blanks')
      .describe('Id of the application; with `jwt_bearer` the e-mail address of the service account.'),
    clientSecretSecret: secretName
      .optional()
      .describe('Name of the secret with the application’s own secret. Not used with `jwt_bearer`.'),
    refreshTokenSecret: secretName.optional().describe('With `refresh_token`: name of the secret that holds it.'),
    keySecret: secretName
      .optional()
      .describe('With `jwt_bearer`: name of the secret that holds the service account’s private key (PEM, RSA).'),
    scope: z
      .string()
      .regex(/^[\x20-\x7e]{1,2000}$/, 'must be one line')
      .optional()
      .describe(
        'What leave is asked for: `https://outlook.office365.com/.default`, `https://mail.google.com/`. Several with blanks.',
      ),
  })
  .superRefine((account, refine) => {
    const needed = {
      client_credentials: 'clientSecretSecret',
      refresh_token: 'refreshTokenSecret',
      jwt_bearer: 'keySecret',
    }
    const name = needed[account.grant] as 'clientSecretSecret' | 'refreshTokenSecret' | 'keySecret'
    if (account[name] === undefined) {
      refine.addIssue({ code: 'custom', path: [name], message: `is needed with grant: ${account.grant}` })
    }
  })

export type OauthAccount = z.output<typeof oauthAccountSchema>

/** The request for a token of the account, on behalf of `user` where the grant names one. Throws what `secret` throws. */
export function accountRequest(
  account: OauthAccount,
  user: string,
  secret: (name: string) => string,
  bounds: { readonly deadlineMs: number; readonly allowPrivate: boolean },
): TokenRequest {
  const known = (name: string): string => {
    const value = secret(name).trim()
    if (value === '') throw new WireError('config.secret-missing', `the secret ${name} is blank`)
    return value
  }
  const { tokenUrl: url, clientId, scope, clientSecretSecret, refreshTokenSecret, keySecret } = account
  if (account.grant === 'jwt_bearer') {
    const claims = { iss: clientId, sub: user, aud: url, ...(scope === undefined ? {} : { scope }) }
    return {
      ...bounds,
      url,
      form: { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' },
      assertion: { claims, key: known(keySecret!) },
    }
  }
  return {
    ...bounds,
    url,
    form: {
      grant_type: account.grant,
      client_id: clientId,
      ...(clientSecretSecret === undefined ? {} : { client_secret: known(clientSecretSecret) }),
      ...(account.grant === 'refresh_token' ? { refresh_token: known(refreshTokenSecret!) } : {}),
      ...(scope === undefined ? {} : { scope }),
    },
  }
}
