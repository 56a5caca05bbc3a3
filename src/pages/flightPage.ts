import { explain } from '../domain/explanations.ts'
import type { FlightRecord } from '../domain/flight.ts'
import { deliveredLook } from './look.ts'

const marks = { passed: '✓', failed: '✗', 'not reached': '·' } as const

/** Renders the story of a refused request, for the developer who caused it. In English, like the errors themselves. */
export function renderFlightPage(flight: FlightRecord): string {
  const explanation = explain(flight.code, flight.reason)
  const checks = flight.checks.map(({ name, outcome }) => ({
    name,
    outcome,
    mark: marks[outcome],
    className: outcome.replace(' ', '-'),
  }))
  return deliveredLook.render('devRequest', { flight, explanation, checks, at: flight.at.toISOString() })
}
