/** AP's traditional abbreviations; eight states are never abbreviated (AP Stylebook, as quoted publicly). */
export const usStates: Readonly<Record<string, string>> = {
  'ala.': 'Alabama', alaska: 'Alaska', 'ariz.': 'Arizona', 'ark.': 'Arkansas', 'calif.': 'California', 'colo.': 'Colorado',
  'conn.': 'Connecticut', 'del.': 'Delaware', 'fla.': 'Florida', 'ga.': 'Georgia', hawaii: 'Hawaii', idaho: 'Idaho',
  'ill.': 'Illinois', 'ind.': 'Indiana', iowa: 'Iowa', 'kan.': 'Kansas', 'ky.': 'Kentucky', 'la.': 'Louisiana',
  maine: 'Maine', 'md.': 'Maryland', 'mass.': 'Massachusetts', 'mich.': 'Michigan', 'minn.': 'Minnesota',
  'miss.': 'Mississippi', 'mo.': 'Missouri', 'mont.': 'Montana', 'neb.': 'Nebraska', 'nev.': 'Nevada',
  'n.h.': 'New Hampshire', 'n.j.': 'New Jersey', 'n.m.': 'New Mexico', 'n.y.': 'New York', 'n.c.': 'North Carolina',
  'n.d.': 'North Dakota', ohio: 'Ohio', 'okla.': 'Oklahoma', 'ore.': 'Oregon', 'pa.': 'Pennsylvania',
  'r.i.': 'Rhode Island', 's.c.': 'South Carolina', 's.d.': 'South Dakota', 'tenn.': 'Tennessee', texas: 'Texas',
  utah: 'Utah', 'vt.': 'Vermont', 'va.': 'Virginia', 'wash.': 'Washington', 'w.va.': 'West Virginia',
  'wis.': 'Wisconsin', 'wyo.': 'Wyoming', 'd.c.': 'District of Columbia', 'p.r.': 'Puerto Rico', guam: 'Guam',
} // prettier-ignore

/** Canadian provinces and territories, Australian states: the regions that other agencies print behind a city. */
export const otherRegions: Readonly<Record<string, readonly [region: string, country: string]>> = {
  'alta.': ['Alberta', 'Canada'], 'b.c.': ['British Columbia', 'Canada'], 'man.': ['Manitoba', 'Canada'],
  'n.b.': ['New Brunswick', 'Canada'], 'n.l.': ['Newfoundland and Labrador', 'Canada'], 'n.s.': ['Nova Scotia', 'Canada'],
  'n.w.t.': ['Northwest Territories', 'Canada'], nunavut: ['Nunavut', 'Canada'], 'ont.': ['Ontario', 'Canada'],
  'p.e.i.': ['Prince Edward Island', 'Canada'], 'que.': ['Quebec', 'Canada'], 'sask.': ['Saskatchewan', 'Canada'],
  yukon: ['Yukon', 'Canada'], ontario: ['Ontario', 'Canada'], quebec: ['Quebec', 'Canada'], alberta: ['Alberta', 'Canada'],
  manitoba: ['Manitoba', 'Canada'], 'british columbia': ['British Columbia', 'Canada'], 'nova scotia': ['Nova Scotia', 'Canada'],
  england: ['England', 'United Kingdom'], scotland: ['Scotland', 'United Kingdom'], wales: ['Wales', 'United Kingdom'],
  'northern ireland': ['Northern Ireland', 'United Kingdom'],
} // prettier-ignore
