import type { LabelStatus } from '../shared/settings.ts'

interface PartProps {
  status: LabelStatus
  /** In percent. */
  x: number
  y: number
  width: number
  height: number
}

/** A part of a bar. */
export function Part({ status, x, y, width, height }: PartProps) {
  return <rect class={`part ${status}`} x={`${x}%`} y={`${y}%`} width={`${width}%`} height={`${height}%`} fill={`url(#pattern-${status})`} />
}

/** How parts of this status look in a chart. */
export function Swatch({ status }: { status: LabelStatus }) {
  return (
    <svg class="swatch" width="16" height="16" aria-hidden="true">
      <Part status={status} x={0} y={0} width={100} height={100} />
    </svg>
  )
}
