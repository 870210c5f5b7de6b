/** Longest text kept of a file, in characters: some hundred pages. */
export const longestWords = 300_000

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
  œ: 'oe',
  Œ: 'Oe',
  æ: 'ae',
  Æ: 'Ae',
}

/**
 * Text as it is kept to be searched: one letter a letter, words that a line cut joined again, no sign that is not seen. Ligatures are
 * opened, so that folding the text (see fold_words) never changes its length and a passage can be shown as it was written.
 */
export const cleanWords = (text: string): string =>
  text
    .slice(0, longestWords * 2)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[ﬀ-ﬆœŒæÆ]/g, (sign) => ligatures[sign] ?? sign)
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/(\p{Ll})[-\u2010]\n(\p{Ll})/gu, '$1$2')
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim()
    .slice(0, longestWords)
    .toWellFormed()
