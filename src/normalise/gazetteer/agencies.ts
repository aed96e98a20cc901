/** Tags that stand in brackets or between slashes behind a dateline. Lower case. */
export const datelineAgencies: ReadonlySet<string> = new Set([
  'ap', 'the associated press', 'associated press', 'afp', 'reuters', 'dpa', 'dpa-afx', 'tca/dpa', 'upi', 'efe', 'ansa', 'tass',
  'itar-tass', 'interfax', 'ria novosti', 'sputnik', 'kyodo', 'kyodo news', 'jiji', 'xinhua', 'yonhap', 'antara', 'bernama', 'pti', 'ani',
  'ians', 'irna', 'anadolu', 'aa', 'apa', 'sda', 'ats', 'keystone-sda', 'belga', 'anp', 'tt', 'ntb', 'ritzau', 'stt', 'stt-lehtikuva',
  'pap', 'ctk', 'mti', 'hina', 'tanjug', 'bta', 'ana', 'ana-mpa', 'pa', 'pa media', 'press association', 'aap', 'nzn', 'cp',
  'the canadian press', 'canadian press', 'la presse canadienne', 'pc', 'cna', 'saba', 'wam', 'spa', 'kuna', 'mena', 'petra', 'nna',
  'sapa', 'ens', 'cns', 'rns', 'kna', 'epd', 'sid', 'opta', 'globe newswire', 'business wire', 'businesswire', 'pr newswire', 'prnewswire',
  'accesswire', 'newsfile', 'marketwired', 'cision', 'asianet', 'bloomberg', 'dow jones', 'newsfile corp.', 'ips', 'lusa', 'agi', 'adnkronos',
  'europa press', 'notimex', 'telam', 'dapd', 'ddp', 'afxnews', 'ots', 'pti photo', 'imago', 'mtvuutiset', 'etf', 'medianet', 'cnw', 'cp24',
  'भाषा', 'رويترز', 'أ ف ب', 'فرانس برس', 'د ب أ', 'أ ش أ', 'وام', 'واس', 'كونا', 'سانا', 'بترا', 'الأناضول', 'شينخوا', 'वार्ता', 'dha', 'iha', 'anka', 'sita', 'tasr', 'agerpres', 'mediafax', 'elta', 'bns', 'leta', 'ukrinform', 'унн', 'унiан', 'укрінформ',
  'тасс', 'интерфакс', 'риа новости', 'бта', 'танјуг', 'belta', 'белта', 'kazinform', 'azertac', 'trend', 'armenpress', 'ada', 'mina', 'srna',
  'fena', 'aps', 'acn', 'prensa latina', 'andina', 'vna', 'tna', 'mna', 'pna', 'bss', 'unb', 'gna', 'angop', 'ena',
]) // prettier-ignore
