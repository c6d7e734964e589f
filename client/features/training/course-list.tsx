import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { fetchClient } from '../../lib/api.ts'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'
import { useSending } from '../../lib/use-sending.ts'
import { CourseForm } from './course-form.tsx'
import { type Course, useCourses } from './use-training.ts'

import styles from './training.module.css'

interface CourseListProps {
  readonly canManage: boolean
}

/** What can be taught, each course as it is taught now. */
export function CourseList({ canManage }: CourseListProps): ReactElement {
  const { t } = useLocale()
  const courses = useCourses()
  const [editing, setEditing] = useState<Course | 'new' | null>(null)
  return (
    <section className={styles['section']} aria-label={t('training.courses')}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{t('training.courses')}</h2>
        {canManage && (
          <Button variant="default" onClick={() => setEditing('new')}>
            {t('training.courses.add')}
          </Button>
        )}
      </div>
      {editing !== null && (
        <CourseForm
          key={editing === 'new' ? 'new' : editing.code}
          before={editing === 'new' ? undefined : editing}
          onDone={() => setEditing(null)}
        />
      )}
      {courses.length === 0 && <p className={styles['note']}>{t('training.courses.none')}</p>}
      <ul className={styles['list']}>
        {courses.map((course) => (
          <CourseLine
            key={course.code}
            course={course}
            canManage={canManage}
            onChange={() => setEditing(course)}
          />
        ))}
      </ul>
    </section>
  )
}

interface CourseLineProps extends CourseListProps {
  readonly course: Course
  readonly onChange: () => void
}

function CourseLine({ course, canManage, onChange }: CourseLineProps): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const nameOf = useCompetenceNames()
  const { isBusy, send } = useSending()
  const archive = (): void => {
    const params = { path: { code: course.code } }
    void send(fetchClient.PATCH('/api/v1/courses/{code}', { params, body: { archived: true } }))
  }
  return (
    <li className={styles['between']}>
      <span>
        <b>{course.name[locale]}</b>, {t('training.version', { version: course.version })},{' '}
        {format.duration(course.minutes * 60)}
        {course.passShare !== null &&
          `, ${t('training.passFrom', { share: format.percent(course.passShare) })}`}
        <br />
        <span className={styles['faint']}>
          {course.competences.map(({ code, level }) => `${nameOf(code)} → ${level}`).join(', ')}
        </span>
      </span>
      {canManage && (
        <span className={styles['line']}>
          <Button variant="default" onClick={onChange}>
            {t('training.courses.change')}
          </Button>
          <Button variant="subtle" loading={isBusy} onClick={archive}>
            {t('training.courses.archive')}
          </Button>
        </span>
      )}
    </li>
  )
}
