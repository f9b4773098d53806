/** Legal forms that say nothing about who it is, as whole last words of a name. */
export const LEGAL_FORMS: readonly string[] = [
  'inc', 'incorporated', 'llc', 'llp', 'lp', 'ltd', 'limited', 'plc', 'corp', 'corporation', 'co', 'company',
  'gmbh', 'ag', 'kg', 'kgaa', 'se', 'ev', 'sa', 'sas', 'sarl', 'srl', 'spa', 'sl', 'nv', 'bv', 'ab', 'as', 'asa',
  'oy', 'oyj', 'aps', 'kk', 'pty', 'pte', 'cv',
]
