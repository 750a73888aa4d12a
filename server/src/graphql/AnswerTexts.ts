import type { GraphQLSchema } from 'graphql'
import { AnswerText } from './AnswerText.ts'
import { readDocument } from './checkRequest.ts'
import type { Context } from './Context.ts'

/** What a request for GraphQL says. */
export interface GraphqlRequest {
  query: string
  operationName?: string | null
  variables?: Record<string, unknown> | null
}

export interface Told {
  body: Buffer
  /** "query board", for the log. */
  operation: string | null
}

interface Known {
  /** Null where it is not told as a text. */
  answer: AnswerText | null
  operation: string | null
}

/** As many as a client has documents. */
const MOST = 500
const LONGEST = 20_000

/** Queries whose answers can be told as texts: documents that were found valid once. */
export class AnswerTexts {
  readonly #schema: GraphQLSchema
  readonly #known = new Map<string, Known>()

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
  }

  /** Null where it is to be answered in the ordinary way, which also says what goes wrong. */
  async write(request: GraphqlRequest, context: Context): Promise<Told | null> {
    const known = this.#known.get(keyOf(request))
    if (!known?.answer) return null
    try {
      return { body: await known.answer.write(context, request.variables ?? {}), operation: known.operation }
    } catch {
      return null
    }
  }

  /** To be called for requests that were answered without an error. */
  learn(request: GraphqlRequest, operation: string | null): void {
    const key = keyOf(request)
    if (key.length > LONGEST || this.#known.has(key)) return
    if (this.#known.size >= MOST) this.#known.clear()
    this.#known.set(key, { answer: this.#read(request), operation })
  }

  #read({ query, operationName }: GraphqlRequest): AnswerText | null {
    try {
      return new AnswerText(this.#schema, readDocument(query), operationName)
    } catch {
      return null
    }
  }
}

function keyOf({ query, operationName }: GraphqlRequest): string {
  return operationName == null ? query : `${operationName} ${query}`
}
