const token = /<\?xml [^<>]*\?>|<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|&(?:amp|lt|gt|quot|apos);|[^<&]+/gy
const forbidden = /(?!\n)\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/u

/** For tests: the opening tags' names in order; throws on XML that is not well-formed or holds a character that XML refuses. */
export function tagsOf(xml: string): string[] {
  if (forbidden.test(xml)) throw new Error('a character that XML refuses')
  const open: string[] = []
  const names: string[] = []
  token.lastIndex = 0
  let at = 0
  for (const match of xml.matchAll(token)) {
    const [all, closing, name, , selfClosing] = match
    if (match.index !== at) break
    at += all.length
    if (!name) continue
    if (closing && open.pop() !== name) throw new Error(`</${name}> closes nothing`)
    if (!closing) names.push(name)
    if (!closing && !selfClosing) open.push(name)
  }
  if (at !== xml.length) throw new Error(`not XML from: ${xml.slice(at, at + 60)}`)
  if (open.length > 0) throw new Error(`${open.join(', ')} left open`)
  return names
}
