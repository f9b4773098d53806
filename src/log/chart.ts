import { LABEL_STATUSES, type LabelStatus } from '../shared/settings.ts'
import type { Bucket, Counts } from './buckets.ts'

/** Where a chart's parts go, in percent of its width and height, so that it fits any. */

export interface Segment {
  status: LabelStatus
  /** From the start, or from the top. */
  at: number
  size: number
}

export interface Bar {
  bucket: Bucket
  x: number
  width: number
  segments: Segment[]
}

export interface DayChart {
  bars: Bar[]
  /** Lines across, the lowest first; `y` from the top. */
  ticks: { value: number; y: number }[]
  /** Which bars have their day written below them: the first, the last and some between. */
  marks: { bucket: Bucket; x: number }[]
}

/** Of the place that a bar has, what it fills. */
const FILLED = 0.78
const TICKS = 4
const MARKS = 4

export function dayChart(buckets: readonly Bucket[]): DayChart {
  const step = niceStep(Math.max(1, ...buckets.map(({ total }) => total)) / TICKS)
  const top = Math.ceil(Math.max(1, ...buckets.map(({ total }) => total)) / step) * step
  const place = 100 / Math.max(1, buckets.length)
  const bars = buckets.map((bucket, at): Bar => {
    let y = 100
    const segments = segmentsOf(bucket.counts, top).map((segment) => ({ ...segment, at: (y -= segment.size) }))
    return { bucket, x: place * (at + (1 - FILLED) / 2), width: place * FILLED, segments }
  })
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, at) => ({ value: at * step, y: 100 - (at * step * 100) / top }))
  return { bars, ticks, marks: marksOf(bars) }
}

/** Segments of a bar that lies, the first status at its start. @param all what the whole width stands for */
export function lyingBar(counts: Counts, all: number): Segment[] {
  let x = 0
  return segmentsOf(counts, all).map((segment) => {
    const at = x
    x += segment.size
    return { ...segment, at }
  })
}

function segmentsOf(counts: Counts, all: number): Segment[] {
  return LABEL_STATUSES.flatMap((status) => (counts[status] ? [{ status, at: 0, size: (counts[status] * 100) / all }] : []))
}

/** The next of 1, 2, 5, 10, 20, …; ads are counted in whole ones. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)))
  return ([1, 2, 5].find((step) => step * power >= least) ?? 10) * power
}

function marksOf(bars: readonly Bar[]): DayChart['marks'] {
  const count = Math.min(MARKS, bars.length)
  const places = new Set(Array.from({ length: count }, (_, at) => (count === 1 ? 0 : Math.round((at * (bars.length - 1)) / (count - 1)))))
  return [...places].flatMap((place) => {
    const bar = bars[place]
    return bar ? [{ bucket: bar.bucket, x: bar.x + bar.width / 2 }] : []
  })
}
