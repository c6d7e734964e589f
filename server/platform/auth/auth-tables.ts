/** The names that migration 0001 gives to what better-auth keeps. */

export const USER_TABLE = {
  modelName: 'users',
  fields: {
    emailVerified: 'email_verified',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
} as const

/** What a user has beyond better-auth's own; never taken from the user's own request. */
export const USER_FIELDS = {
  centerId: { type: 'string', fieldName: 'center_id', input: false, required: true },
  roles: { type: 'string', input: false, required: true },
  language: { type: 'string', input: false, required: true },
  disabledAt: { type: 'date', fieldName: 'disabled_at', input: false, required: false },
} as const

export const SESSION_TABLE = {
  modelName: 'user_session',
  fields: {
    userId: 'user_id',
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
} as const

export const ACCOUNT_TABLE = {
  modelName: 'user_account',
  fields: {
    userId: 'user_id',
    accountId: 'account_id',
    providerId: 'provider_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
} as const

export const VERIFICATION_TABLE = {
  modelName: 'user_verification',
  fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
} as const

export const TWO_FACTOR_SCHEMA = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'user_two_factor',
    fields: {
      userId: 'user_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
} as const
