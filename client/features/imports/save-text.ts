import { saveBlob } from '../../lib/save-blob.ts'

/** Hands a text to the browser as a file to keep. */
export function saveText(fileName: string, text: string, type: string): void {
  saveBlob(fileName, new Blob([text], { type }))
}
