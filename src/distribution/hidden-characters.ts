/** Scripts that need joiners between letters, and emoji, which are made with them. */
const JOINED = String.raw`\p{sc=Arab}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mong}\p{Emoji_Presentation}\ufe0f`

/** Control characters, and those that turn or hide what follows them: nothing that is to be read needs them. */
export const CONTROL_CHARACTERS = new RegExp(
  String.raw`[\p{Cc}\p{Cs}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\uffff\u{e0000}-\u{e0fff}]|(?<![${JOINED}])[\u200c\u200d]`,
  'u',
)
