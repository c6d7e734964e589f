import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'

import { api } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { fieldProblem } from './field-problem.ts'
import { Source } from './source.tsx'
import type { Queue } from './use-settings.ts'

import styles from './settings.module.css'

type Needs = Queue['competences']

interface CompetenceNeedsProps {
  readonly needs: Needs
  readonly isReadOnly: boolean
  readonly onSave: (needs: Needs) => Promise<ProblemView | null>
}

const LEVELS = [0, 1, 2, 3, 4, 5]
/** Offered first: enough to work without a mentor. */
const USUAL_LEVEL = 3

/** What somebody must be able to do, and how well, to be given the queue's contacts. */
export function CompetenceNeeds({ needs, isReadOnly, onSave }: CompetenceNeedsProps): ReactElement {
  const { locale, t } = useLocale()
  const known = api.useQuery('get', '/api/v1/competences').data?.competences ?? []
  const [fault, setFault] = useState<string | null>(null)
  const change = async (next: Needs): Promise<void> => {
    const problem = await onSave(next)
    setFault(problem === null ? null : fieldProblem(problem, t))
  }
  const nameOf = (code: string): string =>
    known.find((one) => one.code === code)?.name[locale] ?? code
  const others = known.filter(({ code }) => needs.every((need) => need.code !== code))
  return (
    <fieldset className={styles['group']}>
      <legend>{t('settings.competences')}</legend>
      <p className={styles['fact']}>
        {t(needs.length === 0 ? 'settings.competences.none' : 'settings.competences.hint')}
        <Source text={t('settings.source.competences')} />
      </p>
      <ul className={styles['needs']}>
        {needs.map((need) => (
          <Need
            key={need.code}
            name={nameOf(need.code)}
            level={need.minLevel}
            isReadOnly={isReadOnly}
            onLevel={(minLevel) =>
              void change(needs.map((one) => (one === need ? { ...one, minLevel } : one)))
            }
            onRemove={() => void change(needs.filter((one) => one !== need))}
          />
        ))}
      </ul>
      {!isReadOnly && others.length > 0 && (
        <NativeSelect
          label={t('settings.competences.add')}
          value=""
          data={[
            { value: '', label: '—' },
            ...others.map(({ code, name, paragraph }) => ({
              value: code,
              label: paragraph === null ? name[locale] : `${paragraph} ${name[locale]}`,
            })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            if (value !== '') void change([...needs, { code: value, minLevel: USUAL_LEVEL }])
          }}
        />
      )}
      {fault !== null && (
        <p role="alert" className={styles['fault']}>
          {fault}
        </p>
      )}
    </fieldset>
  )
}

interface NeedProps {
  readonly name: string
  readonly level: number
  readonly isReadOnly: boolean
  readonly onLevel: (level: number) => void
  readonly onRemove: () => void
}

function Need({ name, level, isReadOnly, onLevel, onRemove }: NeedProps): ReactElement {
  const { t } = useLocale()
  return (
    <li className={styles['need']}>
      <span>{name}</span>
      <NativeSelect
        aria-label={t('settings.competences.level', { name })}
        value={String(level)}
        disabled={isReadOnly}
        data={LEVELS.map((one) => ({
          value: String(one),
          label: t('settings.competences.atLeast', { level: one }),
        }))}
        onChange={({ currentTarget }) => onLevel(Number(currentTarget.value))}
      />
      {!isReadOnly && (
        <ActionIcon aria-label={t('settings.competences.remove', { name })} onClick={onRemove}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}
