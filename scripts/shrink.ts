import { minify } from 'terser'

/**
 * Names of properties that only the scripts of pages themselves use, and that get shorter ones there.
 * Nothing that goes through storage or messages, or to the scripts that come on demand, may stand here, and nothing
 * that is looked up by its name, as by the next version's script. Those keep them all: they aren't what every page loads.
 * test/shrink.test.ts compares them with what may not; the document has some of them as well, and none that our scripts ask for.
 */
export const OWN_PROPERTIES = [
  ...['kinds', 'spaces', 'tail', 'looks', 'restyles', 'isReadable'],
  ...['header', 'hosts', 'pieces', 'postOf', 'postsIn', 'refersTo', 'says', 'sees', 'verdict'],
  ...['element', 'elements', 'names', 'box', 'settledBody', 'bodyClues', 'sign', 'found', 'texts', 'layer', 'who', 'first', 'last', 'path', 'link', 'node', 'state', 'theme', 'meta', 'suffixes', 'handle', 'start', 'stop', 'value', 'wrap', 'by'],
  ...['drawn', 'isShown', 'judge', 'lookAtHidden', 'most', 'onAds', 'onOpen', 'wanted', 'redraws', 'retheme', 'sightings'],
]

/** Verdicts, and signs that no list can switch off, which pages' scripts tell nobody; none of them is anything else there. */
const OWN_WORDS: Readonly<Record<string, string>> = { 'paid-partnership': 'p', 'paid partnership': 'q', suggested: 's', organic: 'o', unsure: 'u', 'hidden label': 'h', 'no header': 'n', unreadable: 'r' }

/** Shortened names of properties: scripts that hand objects to each other are given the same ones. */
export interface NameCache {
  props?: object
}

/**
 * Minifies once more what pages load, for size alone.
 * @param names for what every page loads, what earlier ones of these scripts made of names; null for scripts that come on demand
 */
export async function shrink(code: string, names: NameCache | null): Promise<string> {
  const small = await minify(code, {
    ecma: 2020,
    toplevel: true,
    // Built-ins are what they are: no page reaches the world of content scripts.
    compress: { passes: 6, keep_fargs: false, pure_getters: true, unsafe: true, unsafe_arrows: true, unsafe_comps: true, unsafe_methods: true, hoist_funs: true },
    mangle: { properties: names !== null && { builtins: true, regex: new RegExp(`^(${OWN_PROPERTIES.join('|')})$`) } },
    ...(names && { nameCache: names }),
  })
  // What engines take as the same in patterns.
  const short = (small.code ?? code).replaceAll('Default_Ignorable_Code_Point', 'DI').replaceAll('Quotation_Mark', 'QMark')
  return names ? short.replaceAll(new RegExp(`"(${Object.keys(OWN_WORDS).join('|')})"`, 'g'), (text, word: string) => (OWN_WORDS[word] ? `"${OWN_WORDS[word]}"` : text)) : short
}
