import { appPages, readingPages } from './developerPages.ts'
import { describeInEveryWay } from './matrix.ts'

describeInEveryWay([...appPages, ...readingPages])
