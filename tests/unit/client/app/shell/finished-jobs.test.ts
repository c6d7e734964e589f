import { describe, expect, it } from 'vitest'

import { finishedJobs } from '../../../../../client/app/shell/finished-jobs.ts'
import type { Job } from '../../../../../client/lib/job-view.ts'

const job = (id: string, status: Job['status']) => ({ id, status }) as Job

describe('finishedJobs', () => {
  it('tells of what was under way and is not now', () => {
    const before = [job('a', 'running'), job('b', 'queued'), job('c', 'running')]
    const after = [job('a', 'done'), job('b', 'failed'), job('c', 'running')]
    expect(finishedJobs(before, after).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('is silent of what had ended before, and of everything at the first look', () => {
    expect(finishedJobs([job('a', 'done')], [job('a', 'done')])).toEqual([])
    expect(finishedJobs(undefined, [job('a', 'done')])).toEqual([])
  })
})
