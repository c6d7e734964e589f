/** A search in a thread of its own, so that several run at once and a signal can end them. */
import { parentPort, workerData } from 'node:worker_threads'

import { type SearchRequest, searchOnce } from './search-once.ts'

parentPort?.postMessage(searchOnce(workerData as SearchRequest))
