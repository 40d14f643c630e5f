/** Bytes as text, for what is kept as JSON. */
export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

export const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
