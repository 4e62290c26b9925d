/** An error of a thread as the plain data that it is told by. */
export type ThreadFault = {
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | undefined;
};

/** What a thread tells of an error it caught. */
export function faultOf(error: unknown): ThreadFault {
  const { message, stack, code } = error as NodeJS.ErrnoException;
  return { message, stack, code };
}

/** The error again, in the thread that heard of it. */
export function errorOf(fault: ThreadFault): Error {
  return Object.assign(new Error(fault.message), fault);
}
