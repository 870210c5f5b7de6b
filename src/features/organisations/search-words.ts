/** Longest search that is read; what follows is left out. */
const longestSearch = 200

/** The words that a search box sent, in a form that the database accepts. */
export const searchWords = (query: URLSearchParams): string => (query.get('q') ?? '').replaceAll('\u0000', '').trim().slice(0, longestSearch)
