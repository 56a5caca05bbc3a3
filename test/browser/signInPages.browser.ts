import { describeInEveryWay } from './matrix.ts'
import { signInPages } from './signInPages.ts'

describeInEveryWay(signInPages)
