import { type Static, Type } from 'typebox'

import { PASSWORD_LENGTH } from '#server/platform/auth/passwords.ts'
import { type Role, ROLES } from '#server/platform/http/actor.ts'

const LanguageCode = Type.Union([Type.Literal('kk'), Type.Literal('ru'), Type.Literal('en')])

const RoleName = Type.Unsafe<Role>(Type.Union(ROLES.map((role) => Type.Literal(role))))
const Roles = Type.Array(RoleName, { minItems: 1, uniqueItems: true })
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Email = Type.String({ format: 'email', maxLength: 200 })
const NewPassword = Type.String({
  minLength: PASSWORD_LENGTH.min,
  maxLength: PASSWORD_LENGTH.max,
})

const PERSON = {
  id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a11',
  name: 'Старший смены',
  email: 'shift@centre.example',
}

export const Me = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    name: Type.String(),
    roles: Type.Array(RoleName),
    language: LanguageCode,
    abilities: Type.Object(
      {
        plan: Type.Boolean(),
        configure: Type.Boolean(),
        supervise: Type.Boolean({ description: 'Explain deviations of the day' }),
        explain: Type.Boolean({
          description: 'Ask why a schedule is as it is, and what rules cost',
        }),
        readAudit: Type.Boolean(),
        administer: Type.Boolean({ description: 'Keep the users of the centre' }),
        managePeople: Type.Boolean(),
        readPersonalRecords: Type.Boolean({ description: 'What the law attaches to people' }),
      },
      { description: 'What the page may offer; the server checks again at every call.' },
    ),
  },
  {
    $id: 'Me',
    examples: [
      {
        id: PERSON.id,
        name: PERSON.name,
        roles: ['planner'],
        language: 'ru',
        abilities: {
          plan: true,
          configure: true,
          supervise: false,
          explain: true,
          readAudit: false,
          administer: false,
          managePeople: false,
          readPersonalRecords: false,
        },
      },
    ],
  },
)

export const MyChange = Type.Object(
  { language: LanguageCode },
  { additionalProperties: false, examples: [{ language: 'kk' }] },
)

export const PasswordChange = Type.Object(
  {
    currentPassword: Type.String({ minLength: 1, maxLength: PASSWORD_LENGTH.max }),
    newPassword: NewPassword,
  },
  {
    additionalProperties: false,
    examples: [{ currentPassword: 'the one in use', newPassword: 'four words that nobody knows' }],
  },
)

export const User = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    name: Type.String(),
    email: Type.String(),
    roles: Type.Array(RoleName),
    language: LanguageCode,
    twoFactor: Type.Boolean({ description: 'True when signing in asks for a second factor' }),
    disabledAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
    createdAt: Type.String({ format: 'date-time' }),
  },
  {
    $id: 'User',
    examples: [
      {
        ...PERSON,
        roles: ['supervisor'],
        language: 'kk',
        twoFactor: true,
        disabledAt: null,
        createdAt: '2026-11-02T04:00:00.000Z',
      },
    ],
  },
)
export type User = Static<typeof User>

export const NewUser = Type.Object(
  { name: Name, email: Email, roles: Roles, language: Type.Optional(LanguageCode) },
  {
    additionalProperties: false,
    examples: [{ name: PERSON.name, email: PERSON.email, roles: ['supervisor'], language: 'kk' }],
  },
)
export type NewUser = Static<typeof NewUser>

export const UserChange = Type.Partial(
  Type.Object({
    name: Name,
    email: Email,
    roles: Roles,
    language: LanguageCode,
    disabled: Type.Boolean({ description: 'True ends every session and refuses new ones' }),
  }),
  {
    minProperties: 1,
    additionalProperties: false,
    examples: [{ roles: ['planner', 'supervisor'], disabled: false }],
  },
)
export type UserChange = Static<typeof UserChange>

export const UserParams = Type.Object({ userId: Type.String({ format: 'uuid' }) })

export const GeneratedPassword = Type.Object(
  { password: Type.String({ description: 'Shown once and kept nowhere' }) },
  { $id: 'GeneratedPassword', examples: [{ password: 'wQ3xYw0c4mYvB7sT' }] },
)
