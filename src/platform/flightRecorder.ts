import type { FlightRecord } from '../domain/flight.ts'

/** The last refused requests of a development service, by request id. */
export type FlightRecorder = {
  record(flight: FlightRecord): void
  /** null: never refused, or so long ago that others took its place */
  find(requestId: string): FlightRecord | null
}

/** Keeps records in memory, the oldest giving way. Each is bounded where it is made. */
export function createFlightRecorder(capacity = 200): FlightRecorder {
  // A Map keeps the order of arrival.
  const flights = new Map<string, FlightRecord>()
  return {
    record(flight) {
      flights.set(flight.requestId, flight)
      if (flights.size > capacity) flights.delete(flights.keys().next().value!)
    },
    find: (requestId) => flights.get(requestId) ?? null,
  }
}
