/** The name by which robots.txt may address us. */
export const robotName = 'Writethru'
