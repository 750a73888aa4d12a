import {
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLNonNull,
  type GraphQLNullableType,
  type GraphQLOutputType,
} from 'graphql'
import type { Part } from './bytesOf.ts'
import { Untold } from './readSelection.ts'
import type { Watch } from './Watch.ts'

export interface Run {
  context: Watch
  variables: Record<string, unknown>
  /** What is still to come, each to be put where it belongs. */
  waiting: Promise<void>[]
}

export type Write = (value: unknown, run: Run, told: Part[]) => void

/** Writes the fields of an object that are asked for. */
interface SelectionWriter {
  write: Write
}

/** A promise for each of many fields would cost more than the fields. */
export function writeAwaited(write: Write, value: unknown, run: Run, told: Part[]): void {
  if (!(value instanceof Promise)) return write(value, run, told)
  const part: Part[] = []
  told.push(part)
  const written = value.then((awaited) => write(awaited, run, part))
  // After the first fault nobody waits for another.
  written.catch(() => {})
  run.waiting.push(written)
}

export function writerOf(type: GraphQLOutputType, selection: SelectionWriter | null): Write {
  if (isNonNullType(type)) {
    const write = writerOf(type.ofType as GraphQLOutputType, selection)
    return (value, run, told) => {
      if (value === null || value === undefined) throw new Untold('null')
      write(value, run, told)
    }
  }
  const write = writerOfSome(type, selection)
  return (value, run, told) => {
    if (value instanceof Error) throw value
    if (value === null || value === undefined) told.push('null')
    else write(value, run, told)
  }
}

function writerOfSome(
  type: Exclude<GraphQLOutputType, GraphQLNonNull<GraphQLNullableType>>,
  selection: SelectionWriter | null,
): Write {
  if (isListType(type)) return listWriter(writerOf(type.ofType, selection))
  if (isEnumType(type)) {
    const names = new Map(type.getValues().map(({ name, value }) => [value as unknown, JSON.stringify(name)]))
    return (value, _run, told) => told.push(names.get(value) ?? JSON.stringify(type.serialize(value)))
  }
  if (isLeafType(type)) return (value, _run, told) => told.push(JSON.stringify(type.serialize(value)))
  if (!selection) throw new Untold('a type that is found out')
  return (value, run, told) => selection.write(value, run, told)
}

function listWriter(write: Write): Write {
  return (value, run, told) => {
    if (!Array.isArray(value)) throw new Untold('what is no list')
    told.push('[')
    for (const [index, item] of value.entries()) {
      if (index > 0) told.push(',')
      writeAwaited(write, item, run, told)
    }
    told.push(']')
  }
}
