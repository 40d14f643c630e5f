/** A phone's clock may be wrong by a year; the server tells the time with every answer. */
export interface Wrong {
  /** By how much this device's clock is ahead, in milliseconds; behind is below zero. */
  readonly by: number;
  /** The server's time when it was noticed. */
  readonly at: number;
}

const ENOUGH = 120_000;

let ahead = 0;

/** The time now, as well as this device knows it. */
export const clock = (): number => Date.now() - ahead;

export const setClock = (wrong?: Wrong): void => void (ahead = wrong?.by ?? 0);

/** What the server's time says of this device's clock, when that is news. */
export function compared(server: number, device = Date.now()): Wrong | undefined {
  const off = device - server;
  const by = Math.abs(off) < ENOUGH ? 0 : off;
  return Math.abs(by - ahead) < ENOUGH ? undefined : { by, at: server };
}

/** Whether the device's clock still goes wrong as it did, or somebody has set it right meanwhile. */
export const stillWrong = ({ by, at }: Wrong, device = Date.now()): boolean => (by > 0 ? device - by >= at : device < at);
