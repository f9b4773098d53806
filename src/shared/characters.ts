/** Characters without a glyph, which pages put between letters. */
export const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
/** Marks on letters of scripts that are read without them, or have letters of their own for them. Elsewhere they are vowels. */
export const MARKS = /(?<=[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}])\p{Mn}+/gu
