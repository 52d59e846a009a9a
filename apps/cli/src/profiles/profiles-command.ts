import { findServer, type Surroundings } from '../server-address.ts'
import { exportProfiles } from './export-profiles.ts'
import { importProfiles } from './import-profiles.ts'
import { parseOptions } from './options.ts'

export const profilesHelp = `Usage: npm run profilkort -- profiles export FOLDER [options]
       npm run profilkort -- profiles import FOLDER [options]

Profiles as files that people read and git compares: FOLDER/profiles/<slug>.yaml, FOLDER/templates/<key>.yaml of the
workspace's own templates, and FOLDER/pictures/<hash>.<ext>. Other files are left alone.

  export --slugs A,B       only these
         --prune           remove the files of profiles, templates and pictures that are gone
  import --dry-run         only try
         --publish         publish the languages that the files say are published
  --url, --secret-key      another server than the one that runs here

Exit codes: 0 done, 1 failed and nothing imported, 2 written wrongly.
`

/** Runs the command. @returns the exit code */
export async function profilesCommand(args: readonly string[], surroundings: Surroundings): Promise<0 | 1> {
  const options = parseOptions(args, surroundings.cwd)
  if (options === undefined) {
    process.stdout.write(profilesHelp)
    return 0
  }
  const server = findServer(surroundings, options)
  if (options.action === 'import') return importProfiles(server, options)
  await exportProfiles(server, options)
  return 0
}
