import {
  IconCertificate,
  IconClipboardCheck,
  IconFileCertificate,
  IconFileDescription,
  IconFileUnknown,
  IconListCheck,
  IconMessageQuestion,
  IconSchool,
  IconTrendingUp,
} from '@tabler/icons-react'
import type { ReactElement } from 'react'

import type { DueKind } from './due-groups.ts'

const ICONS: Readonly<Record<DueKind, typeof IconSchool>> = {
  assessment: IconClipboardCheck,
  certificate: IconCertificate,
  contract: IconFileDescription,
  document: IconFileCertificate,
  session: IconSchool,
  consent: IconFileUnknown,
  development: IconTrendingUp,
  survey: IconMessageQuestion,
  action: IconListCheck,
}

/** A sign for the eye; the words stand beside it. */
export function DueKindIcon({ kind }: { readonly kind: DueKind }): ReactElement {
  const Icon = ICONS[kind]
  return <Icon size={16} aria-hidden />
}
