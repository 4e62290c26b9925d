/** The AbortSignal that ends a run; what of it is used, for a program whose types know neither Node nor browsers. */
export type RunSignal = typeof globalThis extends { AbortSignal: { prototype: infer Signal } }
  ? Signal
  : {
      readonly aborted: boolean;
      /** Throws the reason of the end once `aborted` is true. */
      throwIfAborted(): void;
    };
