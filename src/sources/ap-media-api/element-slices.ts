import { sliceList } from '../json/slices.ts'
import type { SlicedPage } from '../json/slices.ts'

/**
 * Takes the list `data.items` of an AP page apart. Undefined when the page is cut or its brackets do not match; a page
 * without such a list has no elements.
 */
export const slicePage = (bytes: Buffer): SlicedPage | undefined => sliceList(bytes, ['data', 'items'])
