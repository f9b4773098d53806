import { useMemo, useRef, useState } from 'preact/hooks'
import { text } from '../pages/i18n.ts'
import { labelText } from '../shared/wording.ts'
import { exampleLabel } from './example-label.ts'
import type { ExampleAd } from './examples.ts'
import { ExampleBadge, type ExampleBadgeProps } from './ExampleBadge.tsx'
import { Explanation } from './Explanation.tsx'
import { PostFrame } from './PostFrame.tsx'
import { useSeen } from './use-seen.ts'

interface AdPostProps {
  post: ExampleAd
  /** Labels of its kind are. */
  shown: boolean
  badge: Pick<ExampleBadgeProps, 'sheet' | 'theme'>
}

/** An ad of the miniature feed; a press of its badge explains it. */
export function AdPost({ post, shown, badge }: AdPostProps) {
  const [open, setOpen] = useState(false)
  const postRef = useRef<HTMLElement>(null)
  const seen = useSeen(postRef)
  const label = useMemo(() => exampleLabel(post), [post])
  const meta = (
    <>
      <span>{text('welcomeSponsored')}</span>
      {label && shown && (
        <ExampleBadge {...badge} status={post.kind} words={labelText(label)} name={post.name} seen={seen} open={open} onPress={() => setOpen(!open)} />
      )}
    </>
  )
  return (
    <PostFrame post={post} elementRef={postRef} meta={meta}>
      {label && shown && open && <Explanation post={post} label={label} />}
    </PostFrame>
  )
}
