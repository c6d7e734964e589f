import { useEffect, useRef } from 'react'

/**
 * Ctrl+K and `?` from anywhere. K is known by its place, so that it works with a Russian or Kazakh
 * layout; `?` by the character, which every layout has somewhere else.
 */
export function useShellKeys(open: (dialog: 'palette' | 'keys') => void): void {
  const latest = useRef(open)
  useEffect(() => {
    latest.current = open
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isPalette = (event.ctrlKey || event.metaKey) && event.code === 'KeyK'
      const isHelp = event.key === '?' && !isTyping(event.target)
      if (!isPalette && !isHelp) return
      event.preventDefault()
      latest.current(isPalette ? 'palette' : 'keys')
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]')
}
