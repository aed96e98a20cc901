import type { ItemType } from '../../story/item.ts'
import type { Product } from './item.ts'

/** The products of the invented agency: what an account is entitled to, and what a feed asks for by id. */
export const products = {
  national: { id: 41001, name: 'Rehearsal National Wire' },
  world: { id: 41002, name: 'Rehearsal World Wire' },
  business: { id: 41003, name: 'Rehearsal Business Wire' },
  sports: { id: 41004, name: 'Rehearsal Sports Wire' },
  photos: { id: 41010, name: 'Rehearsal Photostream' },
  alerts: { id: 41020, name: 'Rehearsal Alerts' },
  everything: { id: 41099, name: 'Rehearsal Full Wire' },
} as const satisfies Record<string, Product>

/** The entitlements that match an item. Every item is in the full wire. */
export function productsOf(category: string, type: ItemType, alert = false): readonly Product[] {
  const own =
    type === 'picture' || type === 'graphic'
      ? products.photos
      : category === 's'
        ? products.sports
        : category === 'f'
          ? products.business
          : category === 'i'
            ? products.world
            : products.national
  return alert ? [own, products.alerts, products.everything] : [own, products.everything]
}
