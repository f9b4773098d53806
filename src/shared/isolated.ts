/** Text from outside, for the middle of a sentence, whose order it must not turn around. */
export function isolated(text: string): string {
  return `\u2068${text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`
}
