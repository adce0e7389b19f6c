/** The canary as it may be met: in clear, in another case, as hexadecimal or in the middle of base64. */
function formsOf(canary: string): string[] {
  const inBase64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(`${'.'.repeat(shift)}${canary}`).toString('base64');
    // The first and last letters depend on what stands beside it.
    return encoded.slice(shift === 0 ? 0 : 4, -4);
  });
  return [canary, canary.toLowerCase(), Buffer.from(canary).toString('hex'), ...inBase64];
}

/** Which of the canaries a text holds, in any of their forms. */
export const among = (canaries: readonly string[], text: string): string[] =>
  canaries.filter((canary) => formsOf(canary).some((form) => text.includes(form)));
