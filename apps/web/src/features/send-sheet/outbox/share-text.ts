/** Hands a text to whatever the phone uses to reach others; where nothing can be shared the page shows it anyway. */
export const shareText = async (text: string): Promise<void> => {
  if (!('share' in navigator)) return;
  try {
    await navigator.share({ text });
  } catch (error) {
    // Closing the share sheet is a decision, not a failure.
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  }
};
