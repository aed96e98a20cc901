import type { Simulation } from '../simulation.ts'
import { products } from '../wire/products.ts'
import type { Answer, AnswerContext } from './answer.ts'
import { dataAnswer } from './answer.ts'

const methods = ['content', 'search', 'feed', 'account', 'downloads'] as const

const context = (simulation: Simulation, method: string): AnswerContext => ({
  id: 'account',
  method,
  params: {},
  now: simulation.now(),
})

/** `GET /account/quotas`: a row for every method; limit 0 with `unlimited` means none. */
export function answerQuotas(simulation: Simulation): Answer {
  return dataAnswer(context(simulation, '/account/quotas.GET'), {
    id: 'rehearsal',
    title: 'Account quotas',
    account: 'Writethru Rehearsal Desk',
    updated: simulation.now(),
    quotas: methods.map((method) => {
      const limit = simulation.quotasPerMinute[method]
      return limit === undefined
        ? { method, limit: 0, unlimited: true, period: 'PT1M' }
        : { method, limit, period: 'PT1M' }
    }),
  })
}

/** `GET /account/plans`: the products an account may ask for by id. */
export function answerPlans(simulation: Simulation): Answer {
  return dataAnswer(context(simulation, '/account/plans.GET'), {
    updated: simulation.now(),
    plans: [
      { id: 1, name: 'Rehearsal plan', entitlements: Object.values(products).map(({ id, name }) => ({ id, name })) },
    ],
  })
}
