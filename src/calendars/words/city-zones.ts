/** Places people name that are not in the names of the time zone database: place, zone. */
const PLACES: Readonly<Record<string, string>> = {
  'Africa/Cairo': 'egypt',
  'Africa/Johannesburg': 'cape town, durban, pretoria, south africa',
  'Africa/Lagos': 'abuja, nigeria',
  'Africa/Nairobi': 'kenya',
  'America/Argentina/Buenos_Aires': 'argentina',
  'America/Bogota': 'colombia, medellin',
  'America/Chicago': 'austin, dallas, houston, minneapolis, new orleans, san antonio, st louis',
  'America/Denver': 'salt lake city',
  'America/Los_Angeles':
    'las vegas, portland, sacramento, san diego, san francisco, san jose, seattle',
  'America/New_York':
    'atlanta, baltimore, boston, miami, nyc, orlando, philadelphia, pittsburgh, washington',
  'America/Sao_Paulo': 'brasilia, rio, rio de janeiro',
  'America/Toronto': 'montreal, ottawa, quebec',
  'America/Lima': 'peru',
  'Asia/Dubai': 'abu dhabi, uae',
  'Asia/Ho_Chi_Minh': 'hanoi, vietnam',
  'Asia/Jerusalem': 'haifa, israel',
  'Asia/Kolkata': 'bangalore, bengaluru, chennai, delhi, hyderabad, india, mumbai, new delhi, pune',
  'Asia/Manila': 'cebu, philippines',
  'Asia/Seoul': 'busan, korea, south korea',
  'Asia/Shanghai': 'beijing, china, guangzhou, shenzhen',
  'Asia/Tokyo': 'japan, kyoto, nagoya, osaka, sapporo',
  'Asia/Bangkok': 'thailand',
  'Australia/Sydney': 'canberra',
  'Europe/Amsterdam': 'netherlands, rotterdam, the hague, utrecht',
  'Europe/Athens': 'greece, thessaloniki',
  'Europe/Berlin':
    'cologne, dresden, dusseldorf, frankfurt, germany, hamburg, köln, leipzig, munich, münchen, stuttgart',
  'Europe/Brussels': 'antwerp, belgium, ghent',
  'Europe/Bucharest': 'cluj, romania',
  'Europe/Budapest': 'hungary',
  'Europe/Copenhagen': 'aarhus, denmark',
  'Europe/Dublin': 'cork, ireland',
  'Europe/Helsinki': 'espoo, finland, tampere',
  'Europe/Istanbul': 'ankara, izmir, turkey',
  'Europe/Kyiv': 'lviv, odesa, ukraine',
  'Europe/Lisbon': 'porto, portugal',
  'Europe/London':
    'birmingham, bristol, edinburgh, england, glasgow, leeds, liverpool, manchester, scotland, uk, united kingdom, wales',
  'Europe/Madrid': 'barcelona, seville, spain, valencia',
  'Europe/Moscow': 'saint petersburg, st petersburg',
  'Europe/Oslo': 'bergen, norway',
  'Europe/Paris': 'bordeaux, france, lille, lyon, marseille, nantes, nice, toulouse',
  'Europe/Prague': 'brno, czechia',
  'Europe/Rome': 'florence, italy, milan, naples, turin, venice',
  'Europe/Sofia': 'bulgaria',
  'Europe/Stockholm': 'gothenburg, malmö, sweden',
  'Europe/Vienna': 'austria, graz, linz, salzburg, wien',
  'Europe/Warsaw': 'gdansk, krakow, poland, wroclaw',
  'Europe/Zurich': 'basel, bern, geneva, lausanne, switzerland, zürich',
  'Pacific/Auckland': 'christchurch, new zealand, wellington',
};

/** Letters that are only an offset, and a city whose clocks keep them. */
const LETTERS: Readonly<Record<string, string>> = {
  'America/New_York': 'est, edt, et, est5edt',
  'America/Chicago': 'cst, cdt, ct, cst6cdt',
  'America/Denver': 'mst, mdt, mt, mst7mdt',
  'America/Los_Angeles': 'pst, pdt, pt, pst8pdt',
  'America/Anchorage': 'akst, akdt',
  'America/Halifax': 'ast, adt',
  'America/Sao_Paulo': 'brt',
  'Asia/Kolkata': 'ist',
  'Asia/Singapore': 'sgt',
  'Asia/Tokyo': 'jst',
  'Australia/Perth': 'awst',
  'Australia/Sydney': 'aest, aedt',
  'Europe/Berlin': 'cet, cest, mez, mesz, met',
  'Europe/Helsinki': 'eet, eest',
  'Europe/Lisbon': 'wet, west',
  'Europe/London': 'gmt, bst',
  'Europe/Moscow': 'msk',
  'Pacific/Auckland': 'nzst, nzdt',
  'Pacific/Honolulu': 'hst',
};

const inverted = (zones: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(zones).flatMap(([zone, names]) =>
      names.split(', ').map((name) => [name, zone] as const),
    ),
  );

/** Zone of a lower-case place name. */
export const zoneOfPlace = inverted(PLACES);

/** Example zone of a lower-case abbreviation. */
export const zoneOfLetters = inverted(LETTERS);
