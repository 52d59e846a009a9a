import type { Option } from '../attribute.ts'
import { optionTable } from '../option-table.ts'
import { norwegianCounties } from './norway.ts'

/** Sweden's 21 counties by ISO 3166-2. Source: Statistics Sweden, Län och kommuner i kodnummerordning. */
const swedishCounties = optionTable(`
  SE-AB | Stockholms län       | Stockholms län       | Stockholms län       | Stockholm
  SE-C  | Uppsala län          | Uppsala län          | Uppsala län          | Uppsala
  SE-D  | Södermanlands län    | Södermanlands län    | Södermanlands län    | Södermanland
  SE-E  | Östergötlands län    | Östergötlands län    | Östergötlands län    | Östergötland
  SE-F  | Jönköpings län       | Jönköpings län       | Jönköpings län       | Jönköping
  SE-G  | Kronobergs län       | Kronobergs län       | Kronobergs län       | Kronoberg
  SE-H  | Kalmar län           | Kalmar län           | Kalmar län           | Kalmar
  SE-I  | Gotlands län         | Gotlands län         | Gotlands län         | Gotland
  SE-K  | Blekinge län         | Blekinge län         | Blekinge län         | Blekinge
  SE-M  | Skåne län            | Skåne län            | Skåne län            | Skåne
  SE-N  | Hallands län         | Hallands län         | Hallands län         | Halland
  SE-O  | Västra Götalands län | Västra Götalands län | Västra Götalands län | Västra Götaland
  SE-S  | Värmlands län        | Värmlands län        | Värmlands län        | Värmland
  SE-T  | Örebro län           | Örebro län           | Örebro län           | Örebro
  SE-U  | Västmanlands län     | Västmanlands län     | Västmanlands län     | Västmanland
  SE-W  | Dalarnas län         | Dalarnas län         | Dalarnas län         | Dalarna
  SE-X  | Gävleborgs län       | Gävleborgs län       | Gävleborgs län       | Gävleborg
  SE-Y  | Västernorrlands län  | Västernorrlands län  | Västernorrlands län  | Västernorrland
  SE-Z  | Jämtlands län        | Jämtlands län        | Jämtlands län        | Jämtland
  SE-AC | Västerbottens län    | Västerbottens län    | Västerbottens län    | Västerbotten
  SE-BD | Norrbottens län      | Norrbottens län      | Norrbottens län      | Norrbotten
`)

/** Denmark's five regions by ISO 3166-2. Source: Statistics Denmark, NUTS. */
const danishRegions = optionTable(`
  DK-81 | Region Nordjylland | Region Nordjylland | Region Nordjylland | North Denmark Region
  DK-82 | Region Midtjylland | Region Midtjylland | Region Midtjylland | Central Denmark Region
  DK-83 | Region Syddanmark  | Region Syddanmark  | Region Syddanmark  | Region of Southern Denmark
  DK-84 | Region Hovedstaden | Region Hovedstaden | Region Hovedstaden | Capital Region of Denmark
  DK-85 | Region Sjælland    | Region Sjælland    | Region Sjælland    | Region Zealand
`)

/** Norwegian and Swedish counties and Danish regions by ISO 3166-2; regions of other countries stay as they are written. */
export const regions: readonly Option[] = [...norwegianCounties, ...swedishCounties, ...danishRegions]
