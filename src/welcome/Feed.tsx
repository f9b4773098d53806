import { text } from '../pages/i18n.ts'
import { useMedia } from '../pages/use-media.ts'
import { isShown, type Settings } from '../shared/settings.ts'
import { AdPost } from './AdPost.tsx'
import { OrganicPost } from './OrganicPost.tsx'
import { POSTS } from './examples.ts'
import { useBadgeSheet } from './use-badge-sheet.ts'

const DARK = matchMedia('(prefers-color-scheme: dark)')

/** A feed of invented posts, whose ads are labelled as those of a site are. */
export function Feed({ settings }: { settings: Settings }) {
  const sheet = useBadgeSheet(settings.appearance)
  const theme = useMedia(DARK) ? 'dark' : 'light'
  return (
    <div class="feed">
      <p class="feed-note small">{text('welcomeInvented')}</p>
      <ol>
        {POSTS.map((post) => (
          <li key={post.id}>
            {/* No site is meant, so none can be off. */}
            {post.kind === null ? <OrganicPost post={post} /> : <AdPost post={post} shown={isShown(settings, '', post.kind)} badge={{ sheet, theme }} />}
          </li>
        ))}
      </ol>
    </div>
  )
}
