import { useState } from 'preact/hooks'
import { text } from '../pages/i18n.ts'
import { useLoaded } from './use-loaded.ts'
import { useSearch } from './use-search.ts'

const loadFound = () => import('./SearchFound.tsx')

/** Answers "Did Patagonia take part?" */
export function Search() {
  const [wanted, setWanted] = useState('')
  const found = useSearch(wanted)
  const shown = useLoaded(loadFound, wanted !== '')
  return (
    <search>
      <section class="field">
        <label for="search">{text('searchLabel')}</label>
        <input id="search" type="search" value={wanted} maxLength={200} autocomplete="off" spellcheck={false} dir="auto" onInput={(event) => setWanted(event.currentTarget.value)} />
        {shown ? <shown.SearchFound wanted={wanted.trim()} found={found} /> : <output id="search-told" />}
      </section>
    </search>
  )
}
