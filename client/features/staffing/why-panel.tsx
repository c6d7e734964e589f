import { CloseButton } from '@mantine/core'
import type { ReactElement } from 'react'

import { ScrollBox } from '../../components/scroll-box.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { bindingName } from './binding-name.ts'
import { doubtText, madeTexts, modelName, rosterText, waitAloneText } from './explanation-text.ts'
import type { RequirementPoint } from './requirement-model.ts'
import { type Explanation, useExplanation } from './use-explanation.ts'

import styles from './why-panel.module.css'

interface WhyPanelProps {
  readonly requirementId: string
  readonly queueId: string
  readonly point: RequirementPoint
  readonly onClose: () => void
}

/** Why this number: the load, the formula, each target's own need, and one person more or fewer. */
export function WhyPanel(props: WhyPanelProps): ReactElement {
  const { requirementId, queueId, point, onClose } = props
  const { startMs, endMs } = point
  const t = useTranslate()
  const format = useFormat()
  const { data, error, refetch } = useExplanation({ requirementId, queueId, startMs })
  const title = t('requirement.why', { when: format.weekdayRange(startMs, endMs) })
  return (
    <section className={styles['panel']} aria-label={title}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{title}</h2>
        <CloseButton aria-label={t('action.close')} onClick={onClose} />
      </div>
      {error !== null && <FailedState problem={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <LoadingState shape="form" />}
      {data !== undefined && <Reasons explanation={data} point={point} />}
    </section>
  )
}

interface ReasonsProps {
  readonly explanation: Explanation
  readonly point: RequirementPoint
}

function Reasons({ explanation, point }: ReasonsProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { contacts, ahtSeconds, model, offeredErlangs, agentsByTarget, outcomes } = explanation
  if (model === null) return <p className={styles['line']}>{t('requirement.why.nobody')}</p>
  const waitAlone = waitAloneText(explanation, { t, format })
  const made = madeTexts(explanation, { t, format })
  const doubt = doubtText(point, { t, format })
  return (
    <>
      {ahtSeconds !== null && (
        <p className={styles['line']}>
          {t('requirement.why.load', {
            contacts: format.number(contacts, 1),
            handle: format.seconds(ahtSeconds),
            interval: format.duration((point.endMs - point.startMs) / 1000),
            erlangs: format.number(offeredErlangs, 1),
          })}{' '}
          {modelName(model, t)}
        </p>
      )}
      {waitAlone !== null && <p className={styles['line']}>{waitAlone}</p>}
      <p className={styles['line']}>{rosterText(explanation, { t, format })}</p>
      {made.map((text) => (
        <p key={text} className={styles['line']}>
          {text}
        </p>
      ))}
      {doubt !== null && <p className={styles['line']}>{doubt}</p>}
      <div className={styles['tables']}>
        {agentsByTarget.length > 0 && <Needs explanation={explanation} />}
        {outcomes.length > 0 && <Outcomes explanation={explanation} />}
      </div>
    </>
  )
}

/** What each target would ask for by itself: the largest decides. */
function Needs({ explanation }: { readonly explanation: Explanation }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <ScrollBox className={styles['scroller']} label={t('requirement.why.needs')}>
      <table className={styles['table']}>
        <caption>{t('requirement.why.needs')}</caption>
        <tbody>
          {explanation.agentsByTarget.map(({ target, agents }) => (
            <tr key={target} data-decides={target === explanation.binding}>
              <th scope="row">{bindingName(target, t)}</th>
              <td>
                {format.number(agents)}
                {target === explanation.binding && ` — ${t('requirement.why.decides')}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

/** One person fewer, as required, one more. */
function Outcomes({ explanation }: { readonly explanation: Explanation }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <ScrollBox className={styles['scroller']} label={t('requirement.why.outcomes')}>
      <table className={styles['table']}>
        <caption>{t('requirement.why.outcomes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('requirement.agents')}</th>
            <th scope="col">{t('requirement.asa')}</th>
            <th scope="col">{t('requirement.serviceLevel')}</th>
            <th scope="col">{t('requirement.abandonShare')}</th>
            <th scope="col">{t('requirement.occupancy')}</th>
            <th scope="col">{t('requirement.why.missed')}</th>
          </tr>
        </thead>
        <tbody>
          {explanation.outcomes.map((one) => (
            <tr key={one.agents} data-decides={one.agents === explanation.agents}>
              <th scope="row">{format.number(one.agents)}</th>
              <td>{one.asaSeconds === null ? '∞' : format.seconds(one.asaSeconds)}</td>
              <td>{one.serviceLevel === null ? '—' : format.percent(one.serviceLevel)}</td>
              <td>{format.percent(one.abandonShare)}</td>
              <td>{format.percent(one.occupancy)}</td>
              <td>
                {one.missed === null ? t('requirement.why.allMet') : bindingName(one.missed, t)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
