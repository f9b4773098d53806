import config from '../adpledge.config.json' with { type: 'json' }

/** What a build may be given: `adpledge.config.json`, and the environment variables that go before it. */

export type Settings = Record<keyof typeof config, string>

const VARIABLES: Readonly<Record<keyof Settings, string>> = {
  listUrl: 'ADPLEDGE_LIST_URL',
  listKey: 'ADPLEDGE_LIST_KEY',
  reportUrl: 'ADPLEDGE_REPORT_URL',
  reportEndpoint: 'ADPLEDGE_REPORT_ENDPOINT',
  reportMail: 'ADPLEDGE_REPORT_MAIL',
}

export function buildSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const settings: Settings = { ...config }
  for (const [key, variable] of Object.entries(VARIABLES) as [keyof Settings, string][]) settings[key] = environment[variable] ?? settings[key]
  return settings
}

/** The variables by which a build gets these settings, whatever the file says. */
export function asVariables(settings: Settings): Record<string, string> {
  return Object.fromEntries((Object.entries(VARIABLES) as [keyof Settings, string][]).map(([key, variable]) => [variable, settings[key]]))
}
