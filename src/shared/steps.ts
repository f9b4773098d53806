/** Work that takes long for large input, with a pause wherever others may get their turn. */
export type Steps<Result> = Generator<undefined, Result, void>

/** Without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** As long as that is worked at a time, in milliseconds. */
const SLICE = 20

/** To be called between steps: lets others have their turn once it is time, so that messages are answered meanwhile. */
export function pauses(): () => Promise<void> {
  let begin = performance.now()
  return async () => {
    if (performance.now() - begin < SLICE) return
    await new Promise((resolve) => setTimeout(resolve))
    begin = performance.now()
  }
}

export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  const pause = pauses()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await pause()
  }
}

/** How many things are done before a pause. */
const LOT = 500

/** Does something with each, with pauses. */
export function* forEach<Item>(items: Iterable<Item>, act: (item: Item, at: number) => void): Steps<void> {
  let at = 0
  for (const item of items) {
    act(item, at++)
    if (at % LOT === 0) yield
  }
}
