import type { Activity, SeenActivity } from '../../domain/account/activity.ts'
import type { Activities } from '../activities.ts'
import { readRow, selection, slots } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { activityColumns, seenActivityColumns } from './rows.ts'
import { isUuid } from './shape.ts'

const row = slots(activityColumns, 1)
const { appId: _id, appName: _name, ...ownColumns } = seenActivityColumns

/** Where an activity stands among the parameters of a statement that stores one with its cause. */
export const activitySlots = (first: number) => slots<Activity>(activityColumns, first)

/** The statements, by port method. */
export const activityStatements = {
  add: {
    name: 'activities.add',
    text: `insert into activities (${row.names}) select ${row.parameters}
      where exists (select 1 from users u where u.id = ${row.at('userId')})`,
  },
  list: {
    name: 'activities.list',
    text: `select ${selection(ownColumns, 'a')}, c.client_id as "a.appId", c.name as "a.appName"
      from activities a left join clients c on c.id = a.client_id
      where a.user_id = $1 and ($3::uuid is null or a.id < $3::uuid)
      order by a.id desc limit $2`,
  },
} satisfies Record<string, Statement>

/** The history of accounts on the given database. */
export function activitiesOn(database: Database): Activities {
  return {
    async add(activity) {
      if (isUuid(activity.userId)) await database.write(activityStatements.add, row.values(activity))
    },
    async list(userId, count, before) {
      if (!isUuid(userId) || (before !== null && !isUuid(before))) return []
      const found = await database.read(activityStatements.list, [userId, count, before])
      return found.map((each) => readRow<SeenActivity>(seenActivityColumns, 'a', each))
    },
  }
}
