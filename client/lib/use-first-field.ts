import { type RefCallback, useCallback } from 'react'

/** For a form that opens where one was not: the first field takes the focus, so that typing can begin. */
export function useFirstField(): RefCallback<HTMLFormElement> {
  return useCallback((form: HTMLFormElement | null) => {
    form?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
  }, [])
}
