/** Nobody is left on this phone: its browser is no longer to be reached. Without a network the push service hears later. */
export async function endPush(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    await (await registration?.pushManager?.getSubscription())?.unsubscribe();
  } catch {
    // A browser that never could be reached.
  }
}
