export { pageText } from './page-text.ts'
