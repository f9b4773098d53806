import { useEffect, useState } from 'preact/hooks'

/**
 * A part of the pop-up that is loaded when it is wanted for the first time, so that all else is there sooner.
 * @param load the same function each time
 * @returns null until it is there
 */
export function useLoaded<Part extends object>(load: () => Promise<Part>, wanted: boolean): Part | null {
  const [part, setPart] = useState<Part | null>(null)
  useEffect(() => {
    if (wanted) void load().then(setPart)
  }, [load, wanted])
  return part
}
