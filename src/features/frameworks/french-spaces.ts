const noBreak = '\u00a0'

/** The same text with spaces that do not break before : ; ? ! » and after «, which authors need not type. */
export const frenchSpaces = (text: string): string => text.replace(/ (?=[:;?!»])/g, noBreak).replaceAll('« ', `«${noBreak}`)

/** The text as its author types it, before frenchSpaces. */
export const plainSpaces = (text: string): string => text.replaceAll(noBreak, ' ')
