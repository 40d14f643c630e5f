type KeepIt = () => Promise<boolean>;

const asked = new Set<KeepIt>();

/** Asked before the phone is locked: keeps what is half written, and tells whether that went well. Gives what ends it. */
export function beforeLocking(keepIt: KeepIt): () => void {
  asked.add(keepIt);
  return () => void asked.delete(keepIt);
}

export const nobodyAsks = (): boolean => asked.size === 0;

export const allKept = async (): Promise<boolean> => (await Promise.all([...asked].map((keepIt) => keepIt()))).every(Boolean);
