import { useEffect, useId } from 'react'

const unsaved = new Set<string>()

/** Says that something typed on the page would be lost with it, for as long as that is so. */
export function useUnsaved(isUnsaved: boolean): void {
  const key = useId()
  useEffect(() => {
    if (!isUnsaved) return undefined
    unsaved.add(key)
    return () => {
      unsaved.delete(key)
    }
  }, [key, isUnsaved])
}

/** True while leaving the page would lose something. */
export function hasUnsaved(): boolean {
  return unsaved.size > 0
}
