import type { ComponentChildren, RefObject } from 'preact'
import { text } from '../pages/i18n.ts'
import type { ExamplePost } from './examples.ts'

interface PostFrameProps {
  post: ExamplePost
  elementRef?: RefObject<HTMLElement | null>
  /** Beside its name: what it is, and the badge. */
  meta: ComponentChildren
  /** Between its head and what it says. */
  children?: ComponentChildren
}

/** A post as feeds show them: who, what, and a picture. */
export function PostFrame({ post: { id, name, says, hue }, elementRef, meta, children }: PostFrameProps) {
  const style = { '--hue': String(hue) }
  return (
    <article class="post" id={`post-${id}`} aria-labelledby={`name-${id}`} {...(elementRef ? { ref: elementRef } : {})}>
      <div class="post-head">
        <span class="avatar" style={style} aria-hidden="true">
          {name.slice(0, 1)}
        </span>
        <h3 id={`name-${id}`}>
          <bdi>{name}</bdi>
        </h3>
        <span class="example small soft">{text('welcomeExample')}</span>
        <div class="post-meta small soft">{meta}</div>
      </div>
      {children}
      <p>{text(says)}</p>
      <div class="picture" style={style} aria-hidden="true" />
    </article>
  )
}
