import type { ReactElement } from 'react'
import { renderSVG } from 'uqr'

interface QrCodeProps {
  readonly text: string
  readonly label: string
}

const SIDE_PX = 200

/** Dark on light in both schemes: cameras do not read it the other way round. */
export function QrCode({ text, label }: QrCodeProps): ReactElement {
  const svg = renderSVG(text, { ecc: 'M', border: 4 })
  return (
    <img
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      alt={label}
      width={SIDE_PX}
      height={SIDE_PX}
    />
  )
}
