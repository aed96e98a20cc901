import { WireError } from '../../story/errors.ts'
import { readConfigWith } from '../read-config.ts'
import { s3ConfigSchema } from '../s3/config.ts'
import type { Guess } from './outcome.ts'

/** Settings for `s3://bucket/prefix`, with the names under which other programs find their credentials. */
export function guessBucket(text: string): Guess {
  const match = /^s3:\/\/([^/@:?#]{1,100})(?:\/([^?#]{0,900}))?$/i.exec(text)
  if (match === null) throw new WireError('config.invalid', 'not a URL of a bucket: s3://bucket/prefix/')
  const [, bucket = '', prefix = ''] = match
  const config = {
    bucket,
    ...(prefix === '' ? {} : { prefix }),
    accessKeySecret: 'AWS_ACCESS_KEY_ID',
    secretKeySecret: 'AWS_SECRET_ACCESS_KEY',
  }
  readConfigWith(s3ConfigSchema, config)
  return {
    kind: 's3',
    config,
    notes: [
      'Put the keys into the environment as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. Another region: --set region=eu-central-1. Another service than Amazon’s: --set endpoint=https://objects.example.org.',
      'Objects stay in the bucket once they are stored; mode: move or mode: delete puts them away.',
    ],
  }
}
