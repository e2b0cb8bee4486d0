/** A town of Massachusetts: its county, a ZIP code, where its centre lies (degrees), and its residents in the census of 2020. */
export type Town = {
  readonly name: string;
  readonly county: string;
  readonly zip: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly residents: number;
};

const town = (
  name: string,
  county: string,
  zip: string,
  latitude: number,
  longitude: number,
  residents: number,
): Town => ({ name, county, zip, latitude, longitude, residents });

/** Cities and towns in every part of the state, islands among them; the largest first. Rounded public facts. */
export const TOWNS: readonly Town[] = [
  town('Boston', 'Suffolk', '02118', 42.36, -71.06, 675_600),
  town('Worcester', 'Worcester', '01608', 42.26, -71.8, 206_500),
  town('Springfield', 'Hampden', '01103', 42.1, -72.59, 155_900),
  town('Cambridge', 'Middlesex', '02139', 42.37, -71.11, 118_400),
  town('Lowell', 'Middlesex', '01852', 42.63, -71.32, 115_600),
  town('Brockton', 'Plymouth', '02301', 42.08, -71.02, 105_600),
  town('Quincy', 'Norfolk', '02169', 42.25, -71.0, 101_600),
  town('Lynn', 'Essex', '01901', 42.47, -70.95, 101_300),
  town('New Bedford', 'Bristol', '02740', 41.64, -70.93, 101_100),
  town('Fall River', 'Bristol', '02720', 41.7, -71.16, 94_000),
  town('Lawrence', 'Essex', '01840', 42.71, -71.16, 89_100),
  town('Newton', 'Middlesex', '02458', 42.34, -71.21, 88_900),
  town('Somerville', 'Middlesex', '02143', 42.39, -71.1, 81_000),
  town('Framingham', 'Middlesex', '01702', 42.28, -71.42, 72_400),
  town('Haverhill', 'Essex', '01830', 42.78, -71.08, 67_800),
  town('Malden', 'Middlesex', '02148', 42.43, -71.07, 66_300),
  town('Waltham', 'Middlesex', '02451', 42.38, -71.24, 65_200),
  town('Revere', 'Suffolk', '02151', 42.41, -71.01, 62_200),
  town('Plymouth', 'Plymouth', '02360', 41.96, -70.67, 61_200),
  town('Medford', 'Middlesex', '02155', 42.42, -71.11, 59_700),
  town('Taunton', 'Bristol', '02780', 41.9, -71.09, 59_400),
  town('Weymouth', 'Norfolk', '02188', 42.22, -70.94, 57_400),
  town('Chicopee', 'Hampden', '01013', 42.15, -72.61, 55_600),
  town('Peabody', 'Essex', '01960', 42.53, -70.93, 54_500),
  town('Everett', 'Middlesex', '02149', 42.41, -71.05, 49_100),
  town('Barnstable', 'Barnstable', '02601', 41.7, -70.3, 48_900),
  town('Attleboro', 'Bristol', '02703', 41.94, -71.28, 46_500),
  town('Salem', 'Essex', '01970', 42.52, -70.9, 44_500),
  town('Pittsfield', 'Berkshire', '01201', 42.45, -73.25, 43_900),
  town('Leominster', 'Worcester', '01453', 42.53, -71.76, 43_800),
  town('Fitchburg', 'Worcester', '01420', 42.58, -71.8, 41_900),
  town('Marlborough', 'Middlesex', '01752', 42.35, -71.55, 41_800),
  town('Westfield', 'Hampden', '01085', 42.12, -72.75, 40_800),
  town('Amherst', 'Hampshire', '01002', 42.37, -72.52, 39_300),
  town('Holyoke', 'Hampden', '01040', 42.2, -72.62, 38_200),
  town('Franklin', 'Norfolk', '02038', 42.08, -71.4, 33_300),
  town('Falmouth', 'Barnstable', '02540', 41.55, -70.61, 32_500),
  town('Milford', 'Worcester', '01757', 42.14, -71.52, 30_400),
  town('Gloucester', 'Essex', '01930', 42.62, -70.66, 29_700),
  town('Northampton', 'Hampshire', '01060', 42.33, -72.63, 29_600),
  town('Gardner', 'Worcester', '01440', 42.58, -72.0, 21_300),
  town('Newburyport', 'Essex', '01950', 42.81, -70.87, 18_300),
  town('Greenfield', 'Franklin', '01301', 42.59, -72.6, 17_800),
  town('Southbridge', 'Worcester', '01550', 42.07, -72.03, 17_700),
  town('Nantucket', 'Nantucket', '02554', 41.28, -70.1, 14_300),
  town('North Adams', 'Berkshire', '01247', 42.7, -73.11, 13_000),
  town('Athol', 'Worcester', '01331', 42.59, -72.23, 11_900),
  town('Ware', 'Hampshire', '01082', 42.26, -72.24, 10_100),
  town('Great Barrington', 'Berkshire', '01230', 42.19, -73.36, 7_200),
  town('Orleans', 'Barnstable', '02653', 41.79, -69.99, 6_300),
  town('Oak Bluffs', 'Dukes', '02557', 41.45, -70.56, 5_300),
  town('Provincetown', 'Barnstable', '02657', 42.06, -70.18, 3_700),
];

/** How many people speak a language at home, for each hundred residents of the state, roughly. */
export const LANGUAGES: readonly (readonly [share: number, language: string])[] = [
  [76, 'en'],
  [9.5, 'es'],
  [5, 'pt'],
  [2.6, 'zh'],
  [1.7, 'ht'],
  [1.2, 'vi'],
  [1, 'fr'],
  [0.8, 'ar'],
  [0.7, 'ru'],
  [0.5, 'km'],
];
