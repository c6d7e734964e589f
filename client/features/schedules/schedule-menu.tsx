import { Button, Menu } from '@mantine/core'
import {
  IconAdjustments,
  IconCopy,
  IconDots,
  IconGitCompare,
  IconPrinter,
  IconStack2,
  IconUserMinus,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../lib/use-abilities.ts'

interface ScheduleMenuProps {
  /** Of its Monday. */
  readonly week: string
  readonly onCopy: () => void
  /** Absent when the reader may not change the week. */
  readonly onMend?: () => void
  readonly onRemake?: () => void
  /** Absent when the week has one version only. */
  readonly onCompare?: () => void
}

/** What else can be done with the week: mending it, paper, a spreadsheet, the version before, kinds of shift. */
export function ScheduleMenu(props: ScheduleMenuProps): ReactElement {
  const { onCopy, onCompare, onMend, onRemake } = props
  const t = useTranslate()
  const { canExplain } = useAbilities()
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" px={8} aria-label={t('schedule.more')}>
          <IconDots size={16} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {onMend !== undefined && (
          <Menu.Item leftSection={<IconUserMinus size={16} aria-hidden />} onClick={onMend}>
            {t('repair.title')}
          </Menu.Item>
        )}
        {onRemake !== undefined && (
          <Menu.Item leftSection={<IconAdjustments size={16} aria-hidden />} onClick={onRemake}>
            {t('part.title')}
          </Menu.Item>
        )}
        {canExplain && (
          <Menu.Item
            leftSection={<IconStack2 size={16} aria-hidden />}
            renderRoot={(item) => (
              <Link to="/schedule/shift-design" search={{ week: props.week }} {...item} />
            )}
          >
            {t('page.shiftDesign')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
          {t('schedule.print')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={onCopy}>
          {t('table.copy')}
        </Menu.Item>
        {onCompare !== undefined && (
          <Menu.Item leftSection={<IconGitCompare size={16} aria-hidden />} onClick={onCompare}>
            {t('schedule.compare')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
