/** A stream's signing key: ECDSA on P-256, made here and not extractable. */
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export async function makeSigningKey(): Promise<{ privateKey: CryptoKey; spki: Uint8Array }> {
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  return { privateKey: pair.privateKey, spki: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)) };
}

/** The signature in IEEE P1363 form, 64 bytes. */
export async function signBytes(privateKey: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes));
}
