/** The scopes that lists name in English (`scope_short`), and the texts that say the same in the reader's language. */
export const SCOPE_KEYS: Readonly<Record<string, string>> = {
  'US only': 'scopeUs',
  'UK only': 'scopeUk',
  'US and UK only': 'scopeUsUk',
  'Canada only': 'scopeCanada',
  'Europe only': 'scopeEurope',
  'North America and Europe only': 'scopeNorthAmericaEurope',
  'all or part of its ads': 'scopeAllOrPart',
  partial: 'scopePartial',
  'with exceptions': 'scopeExceptions',
  'centrally placed ads': 'scopeCentral',
  'planned campaign only': 'scopePlanned',
  'profile pages only': 'scopeProfilePages',
  'fundraising ads only': 'scopeFundraising',
}
