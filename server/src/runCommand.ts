import { explainFault } from './explainFault.ts'

/** Runs a command of the terminal, which answers with its exit code or nothing; what fails is told in one line. */
export async function runCommand(
  main: (args: string[]) => Promise<number | void>,
  codeOfFault = 1,
): Promise<void> {
  keepToOwnAccount()
  try {
    process.exitCode = (await main(process.argv.slice(2))) ?? 0
  } catch (error) {
    console.error(explainFault(error))
    process.exitCode = codeOfFault
  }
}

/** What this process writes, other accounts of the machine can't read: databases and their copies hold it all. */
export function keepToOwnAccount(): void {
  process.umask(0o077)
}
