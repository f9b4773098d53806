import type { Labels } from './types.ts'

const files = import.meta.glob<Labels>('./*.labels.json', { eager: true, import: 'default' })

/** The words of every site, by its id; pages get them through storage, as data. */
export const labels: Readonly<Record<string, Labels>> = Object.fromEntries(
  Object.entries(files).map(([path, words]) => [path.replace(/^\.\/|\.labels\.json$/g, ''), words]),
)
