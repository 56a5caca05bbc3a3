import { defineEntity, p } from '@mikro-orm/core'
import { bytes, moment } from './properties.ts'

/** `jobs`: work to be done, and for a while work that was. Written and read by prepared statements only. */
export const JobEntity = defineEntity({
  name: 'Job',
  tableName: 'jobs',
  indexes: [
    // A job that has nothing left to be done has no `run_at`, so that this index holds what is due first.
    { name: 'jobs_kind_run_at_index', properties: ['kind', 'runAt'] },
    { name: 'jobs_subject_kind_created_at_index', properties: ['subject', 'kind', 'createdAt'] },
    { name: 'jobs_delete_at_index', properties: ['deleteAt'] },
  ],
  properties: {
    id: p.uuid().primary(),
    kind: p.text(),
    subject: bytes().nullable(),
    payload: bytes(),
    runAt: moment().nullable(),
    createdAt: moment(),
    attempts: p.integer(),
    lockedUntil: moment().nullable(),
    failure: p.text().nullable(),
    failedAt: moment().nullable(),
    deleteAt: moment().nullable(),
  },
})
