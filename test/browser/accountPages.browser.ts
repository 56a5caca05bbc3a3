import { accountPages } from './accountPages.ts'
import { describeInEveryWay } from './matrix.ts'

describeInEveryWay(accountPages)
