import { useMediaQuery } from '@mantine/hooks'

/** Width of the column of names, as shift-grid.module.css sets it. */
export function usePersonWidthPx(): number {
  return useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false }) ? 168 : 244
}
