import { listFeedKeys, listSettings } from './settings.ts'
import type { Setting } from './settings.ts'

/** The text of docs/configuration.md, made from the schema. */
export function configurationPage(): string {
  return `# Configuration

Writethru runs without any configuration. What you set, you set in one of three places; a later one wins:

1. a YAML file: \`writethru.yaml\` in the working directory, or the one that \`--config\` or \`WRITETHRU_CONFIG\` names;
2. variables of the environment;
3. flags of the command.

Every value is checked at the start. When something is wrong, the program says everything that is wrong and ends
(\`config.invalid\`). Keys it does not know are faults in the file and warnings in the environment.

Lists in variables are separated by commas. For every variable NAME, NAME_FILE may name a file that holds the value
instead, as Docker and Kubernetes mount secrets. Secrets of feeds, such as an agency's key, are named in the feed's
settings and found the same way; they are never stored and never logged.

## Settings

${table(listSettings(), true)}

## Feeds

\`feeds:\` in the file is a list. Each feed has these keys:

${table(listFeedKeys(), false)}

\`\`\`yaml
log:
  level: info
http:
  port: 8420
feeds:
  - name: ap-world
    kind: ap-media-api
    agency: AP
    zone: America/New_York
    config:
      productIds: [12345]
      apiKeySecret: AP_API_KEY
  - name: drop
    kind: directory
    agency: Harbour News Service
    intervalSeconds: 5
    config:
      path: /var/spool/wire
\`\`\`
`
}

function table(settings: readonly Setting[], variables: boolean): string {
  const head = variables ? ['Key', 'Variable', 'Default', 'What it does'] : ['Key', 'Default', 'What it does']
  const rows = settings.map((setting) => [
    `\`${setting.key}\``,
    ...(variables ? [`\`${setting.variable}\``] : []),
    preset(setting.preset),
    setting.description + (setting.range ? ` (${setting.range})` : ''),
  ])
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escape).join(' | ')} |`).join('\n')
}

function preset(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return ''
  if (Array.isArray(value)) return value.map((entry) => `\`${String(entry)}\``).join(', ')
  return typeof value === 'object' ? '' : `\`${String(value)}\``
}

const escape = (text: string): string => text.replaceAll('|', '\\|')
