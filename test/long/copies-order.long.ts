import { it } from 'vitest'
import { holdInAnyOrder } from '../copies/any-order.ts'

it('copy groups do not depend on the order in which stories came', () => holdInAnyOrder(20), 900_000)
