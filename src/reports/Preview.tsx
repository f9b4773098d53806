import type { Ref } from 'preact'
import { text } from '../pages/i18n.ts'

interface PreviewProps {
  content: string
  contentRef: Ref<HTMLPreElement>
}

/** The text of a report, as it goes out. */
export function Preview({ content, contentRef }: PreviewProps) {
  return (
    <section class="field" aria-labelledby="report-preview-label">
      <span id="report-preview-label" class="label">
        {text('reportPreview')}
      </span>
      {/* Can be reached by keyboard, because it may have to be scrolled and copied by hand. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre id="report-preview" class="report-text" ref={contentRef} tabIndex={0} dir="auto">
        {content}
      </pre>
    </section>
  )
}
