import { text } from '../pages/i18n.ts'
import type { OtherPost } from './examples.ts'
import { PostFrame } from './PostFrame.tsx'

/** A post that is no ad, and why it has no badge. */
export function OrganicPost({ post }: { post: OtherPost }) {
  return (
    <PostFrame post={post} meta={text(post.meta)}>
      <p class="why small soft">{text(post.why)}</p>
    </PostFrame>
  )
}
