/** Scripts that need joiners after letters and their marks, and emoji, which are made with them. */
const JOINED = String.raw`\p{scx=Arab}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mong}\p{Emoji_Presentation}\ufe0f`

/** Control characters, and those that turn or hide what follows them: nothing that is to be read needs them. */
export const CONTROL_CHARACTERS = new RegExp(
  String.raw`[\p{Cc}\p{Cs}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\uffff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|(?<![${JOINED}])[\u200c\u200d]`,
  'u',
)
