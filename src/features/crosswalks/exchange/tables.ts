import type { Reading } from './reading.ts'

export type ExchangeTables = {
  exchange_readings: {
    id: string
    organisation_id: string
    person_id: string
    at: Date
    file_name: string
    reading: Reading
  }
}
