import { useEffect } from 'react'

import { useStable } from '../../lib/use-stable.ts'

/**
 * Ctrl+Z takes back, Ctrl+Y or Ctrl+Shift+Z makes again. Keys are known by their place, so that
 * they work with any layout; in a field they are the field's own.
 */
export function useUndoKeys(undo: (() => void) | null, redo: (() => void) | null): void {
  const act = useStable((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return
    const isRedo = event.code === 'KeyY' || (event.code === 'KeyZ' && event.shiftKey)
    const wanted = isRedo ? redo : event.code === 'KeyZ' ? undo : null
    if (wanted === null) return
    event.preventDefault()
    wanted()
  })
  useEffect(() => {
    addEventListener('keydown', act)
    return () => removeEventListener('keydown', act)
  }, [act])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.matches('input:not([type]), input[type="text"], textarea')
  )
}
