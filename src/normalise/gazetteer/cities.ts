/**
 * Cities whose names stand alone in a dateline (AP Stylebook lists, as quoted publicly; editions differ, so this is data).
 * Value: region and country, or country alone.
 */
const us: Readonly<Record<string, string>> = {
  Atlanta: 'Georgia', Baltimore: 'Maryland', Boston: 'Massachusetts', Chicago: 'Illinois', Cincinnati: 'Ohio',
  Cleveland: 'Ohio', Dallas: 'Texas', Denver: 'Colorado', Detroit: 'Michigan', Honolulu: 'Hawaii', Houston: 'Texas',
  Indianapolis: 'Indiana', 'Las Vegas': 'Nevada', 'Los Angeles': 'California', Miami: 'Florida', Milwaukee: 'Wisconsin',
  Minneapolis: 'Minnesota', 'New Orleans': 'Louisiana', 'New York': 'New York', 'Oklahoma City': 'Oklahoma',
  Philadelphia: 'Pennsylvania', Phoenix: 'Arizona', Pittsburgh: 'Pennsylvania', 'St. Louis': 'Missouri',
  'Salt Lake City': 'Utah', 'San Antonio': 'Texas', 'San Diego': 'California', 'San Francisco': 'California',
  Seattle: 'Washington', Washington: 'District of Columbia',
} // prettier-ignore

const world: Readonly<Record<string, string>> = {
  Amsterdam: 'Netherlands', Athens: 'Greece', Baghdad: 'Iraq', Bangkok: 'Thailand', Beijing: 'China', Beirut: 'Lebanon',
  Berlin: 'Germany', Brussels: 'Belgium', Cairo: 'Egypt', Copenhagen: 'Denmark', Djibouti: 'Djibouti', Dublin: 'Ireland',
  Geneva: 'Switzerland', Gibraltar: 'Gibraltar', 'Guatemala City': 'Guatemala', Havana: 'Cuba', Helsinki: 'Finland',
  'Hong Kong': 'China', Islamabad: 'Pakistan', Istanbul: 'Turkey', Jerusalem: 'Israel', Johannesburg: 'South Africa',
  'Kuwait City': 'Kuwait', Lisbon: 'Portugal', London: 'United Kingdom', Luxembourg: 'Luxembourg', Macau: 'China',
  Madrid: 'Spain', 'Mexico City': 'Mexico', Milan: 'Italy', Monaco: 'Monaco', Montreal: 'Canada', Moscow: 'Russia',
  Munich: 'Germany', 'New Delhi': 'India', Oslo: 'Norway', Ottawa: 'Canada', 'Panama City': 'Panama', Paris: 'France',
  Prague: 'Czech Republic', 'Quebec City': 'Canada', 'Rio de Janeiro': 'Brazil', Rome: 'Italy', 'San Marino': 'San Marino',
  'Sao Paulo': 'Brazil', Shanghai: 'China', Singapore: 'Singapore', Stockholm: 'Sweden', Sydney: 'Australia',
  Tokyo: 'Japan', Toronto: 'Canada', 'Vatican City': 'Vatican City', Vienna: 'Austria', Warsaw: 'Poland',
  Zurich: 'Switzerland', 'Hamburg': 'Germany', 'Frankfurt': 'Germany', 'Canberra': 'Australia', 'Melbourne': 'Australia',
} // prettier-ignore

export interface StandAloneCity {
  readonly region?: string
  readonly country: string
}

export const standAloneCities: ReadonlyMap<string, StandAloneCity> = new Map([
  ...Object.entries(us).map(([city, region]) => [city.toLowerCase(), { region, country: 'United States' }] as const),
  ...Object.entries(world).map(([city, country]) => [city.toLowerCase(), { country }] as const),
])
