import { hash, verify } from '@node-rs/argon2'
import { longestPassword } from './password-rules.ts'

// OWASP's smallest recommended argon2id setting: 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

let decoy: Promise<string> | null = null

/** Takes as long for an unknown account (`known` null) as for a wrong password, so that the answer's time says nothing. */
export async function isPassword(known: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has')
  const matches = await verify(known ?? (await decoy), password.normalize('NFKC').slice(0, longestPassword * 4))
  return known !== null && matches
}
