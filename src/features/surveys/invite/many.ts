/** « 1 code », « 3 codes »: French keeps the singular under two. */
export const many = (value: number, one: string, several: string): string => `${value.toLocaleString('fr-FR')} ${value < 2 ? one : several}`
