/** What a report of stories is made of beside the stories. */
export interface Report {
  /** Origins that one outlet alone carries are shown too. */
  readonly all: boolean
  /** Inputs that could not be read, a line each. */
  readonly unread: readonly string[]
}
