import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { NameSettings } from './name-settings.tsx'
import { NumberSetting } from './number-setting.tsx'
import { SiteForm } from './site-form.tsx'
import { type Site, useSiteSave, useSites } from './use-sites.ts'

import styles from './settings.module.css'

/** As many as the API takes. */
const WORKPLACES = { min: 0, max: 100_000 }

interface SiteSettingsProps {
  readonly isReadOnly: boolean
}

/** Where people of the centre sit, and how many can at once. */
export function SiteSettings({ isReadOnly }: SiteSettingsProps): ReactElement {
  const t = useTranslate()
  const { data, error } = useSites()
  const sites = data?.sites ?? []
  const [isAdding, setAdding] = useState(false)
  return (
    <section className={`${styles['wide']} ${styles['sites']}`}>
      <h2 className={styles['title']}>{t('settings.sites')}</h2>
      {error !== null && <FailedState problem={error} />}
      {data?.sites.length === 0 && <p className={styles['fact']}>{t('settings.sites.none')}</p>}
      <div className={styles['groups']}>
        {sites.map((site) => (
          <SiteGroup key={site.code} site={site} isReadOnly={isReadOnly} />
        ))}
      </div>
      {!isReadOnly && !isAdding && (
        <Button variant="default" onClick={() => setAdding(true)} className={styles['apart']}>
          {t('settings.site.add')}
        </Button>
      )}
      {isAdding && <SiteForm workplaces={WORKPLACES} onDone={() => setAdding(false)} />}
    </section>
  )
}

interface SiteGroupProps {
  readonly site: Site
  readonly isReadOnly: boolean
}

function SiteGroup({ site, isReadOnly }: SiteGroupProps): ReactElement {
  const t = useTranslate()
  const save = useSiteSave(site)
  return (
    <fieldset className={styles['group']}>
      <legend>{site.code}</legend>
      <NameSettings
        name={site.name}
        isReadOnly={isReadOnly}
        onSave={async (name) => save({ name }, t('settings.names'))}
      />
      <NumberSetting
        label={t('settings.workplaces')}
        description={t('settings.workplaces.people', { people: site.people })}
        value={site.workplaces}
        unit="count"
        range={WORKPLACES}
        isReadOnly={isReadOnly}
        onSave={async (workplaces) =>
          save({ workplaces: workplaces ?? 0 }, t('settings.workplaces'))
        }
      />
    </fieldset>
  )
}
