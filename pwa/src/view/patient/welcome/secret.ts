const KEY = "viktig-code";

/** Takes the secret of an invitation out of the address at once; it is never part of a request for a page. */
export function takeSecret(): void {
  // A link that is opened where the app stands waiting for a code only changes the fragment.
  addEventListener("hashchange", () => location.pathname === "/i" && location.hash.length > 1 && location.reload());
  if (location.pathname !== "/i" || location.hash.length < 2) return;
  const secret = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", "/i");
  keepSecret(secret);
}

/** Outlives a reload while the first questions are answered, not the closing of the tab. */
export function keepSecret(secret: string): void {
  try {
    if (secret) sessionStorage.setItem(KEY, secret);
    else sessionStorage.removeItem(KEY);
  } catch {
    held = secret;
  }
}
let held = "";

export function secret(): string {
  try {
    return sessionStorage.getItem(KEY) ?? held;
  } catch {
    return held;
  }
}
