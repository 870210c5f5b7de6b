/** Whether the text is a day that exists, as 'YYYY-MM-DD'. Date.parse alone takes 30 February for 2 March, and PostgreSQL has no year 0. */
export function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
