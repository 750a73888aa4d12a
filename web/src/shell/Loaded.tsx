import { type Accessor, type JSX, Show } from 'solid-js'
import type { Data } from '../data/createData.ts'
import { revalidate } from '../data/revision.ts'
import { Failure } from '../ui/Failure.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

export interface LoadedProps<Value> {
  data: Data<Value>
  /** Of what stands in its place until then. */
  height: string
  children: JSX.Element | ((value: Accessor<NonNullable<Value>>) => JSX.Element)
}

/** What is made of data once they are here; before that, room for it, or why they did not come and another try. */
export function Loaded<Value>(props: LoadedProps<Value>): JSX.Element {
  return (
    <Show
      when={props.data.value}
      fallback={
        <Show when={props.data.error} fallback={<Skeleton height={props.height} />}>
          {(error) => <Failure message={error().message} onRetry={revalidate} />}
        </Show>
      }
    >
      {props.children}
    </Show>
  )
}
