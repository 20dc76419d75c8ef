/** Who can be played, and where they meet. */
export interface Cast {
  readonly workspaceName: string
  readonly channels: readonly { readonly id: string; readonly name: string }[]
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly role: 'rep' | 'manager' | 'admin' | 'spectator' | 'guest'
    /** IANA. */
    readonly zone: string
  }[]
}
