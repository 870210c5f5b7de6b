interface Waiting<Asked, Answer> {
  asked: Asked
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

/**
 * What is asked while `work` is at it goes together in its next turn, `most` at a time: many who come at the same moment cost the database one question.
 * `work` answers each, in the order in which they are given; where it fails, all of that turn do.
 */
export function batched<Asked, Answer>(most: number, work: (some: readonly Asked[]) => Promise<readonly Answer[]>): (asked: Asked) => Promise<Answer> {
  const waiting: Waiting<Asked, Answer>[] = []
  let busy = false
  const turn = async (some: readonly Waiting<Asked, Answer>[]): Promise<void> => {
    try {
      const answers = await work(some.map(({ asked }) => asked))
      if (answers.length !== some.length) throw new Error(`${some.length} were asked and ${answers.length} answered`)
      for (const [index, { resolve }] of some.entries()) resolve(answers[index] as Answer)
    } catch (error) {
      for (const { reject } of some) reject(error)
    }
  }
  const run = async (): Promise<void> => {
    while (waiting.length > 0) await turn(waiting.splice(0, most))
    busy = false
  }
  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject })
      if (busy) return
      busy = true
      // Those who come with it in the same moment go with it.
      setImmediate(() => void run())
    })
}
