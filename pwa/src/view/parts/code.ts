/** "4F2A 9RKC": read out and typed in two groups of four. */
export const inFours = (code: string): string => code.replace(/[\s-]/g, "").replace(/(.{4})(?=.)/g, "$1 ");
