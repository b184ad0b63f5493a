import { day, hour, minute } from '../../core/time.ts'
import type { DayCase } from './types.ts'
import { credit, order, usd, uyu } from './write.ts'

const days = day / minute
const hours = hour / minute

/** Cases that wait for a person, for money, or for nothing any more. */
export const unmatchedCases: readonly DayCase[] = [
  {
    name: 'same name twice',
    shows: 'Two people of the same name paid the same amount.',
    orders: [order('TS-1062', 'Martín Rodríguez', uyu('4000.00'), 'ambiguous')],
    movements: [credit('MARTIN RODRIGUEZ', uyu('4000.00'), 124), credit('MARTIN RODRIGUEZ', uyu('4000.00'), 20)],
  },
  {
    name: 'no sender',
    shows: 'A deposit without a name is never taken by itself: a person is asked.',
    orders: [
      order('TS-1051', 'Gastón Viera', uyu('2735.00'), 'not_found'),
      order('TS-1052', 'Fátima Al-Sayed', usd('95.40'), 'not_found'),
    ],
    movements: [credit(null, uyu('2735.00'), 140), credit(null, usd('95.40'), 166)],
  },
  {
    name: 'equally plausible',
    shows: 'Two longer names fit equally well; two deposits without any name fit nobody.',
    orders: [
      order('TS-1063', 'Smith Trading', usd('1780.00'), 'ambiguous'),
      order('TS-1064', 'Kiosco La Esquina', uyu('1200.00'), 'not_found'),
    ],
    movements: [
      credit('SMITH TRADING LLC', usd('1780.00'), 90),
      credit('SMITH TRADING INC', usd('1780.00'), 88),
      credit(null, uyu('1200.00'), 147),
      credit(null, uyu('1200.00'), 146),
    ],
  },
  {
    name: 'contested',
    shows: 'One transfer, two equal orders of the same payer: neither takes it by age.',
    orders: [
      order('TS-1067', 'Luis Alberto Sosa', uyu('2990.00'), 'ambiguous'),
      order('TS-1068', 'Luis Alberto Sosa', uyu('2990.00'), 'ambiguous'),
    ],
    movements: [credit('LUIS ALBERTO SOSA', uyu('2990.00'), 39)],
  },
  {
    name: 'wrong cent',
    shows: 'One cent more is another amount.',
    orders: [order('TS-1069', 'Nicolás Pereira', uyu('3450.00'), 'not_found')],
    movements: [credit('NICOLAS PEREIRA', uyu('3450.01'), 29)],
  },
  {
    name: 'wrong currency',
    shows: 'Paid in pesos what was asked in dollars.',
    orders: [order('TS-1070', 'Camila Duarte', usd('250.00'), 'not_found')],
    movements: [credit('CAMILA DUARTE', uyu('250.00'), 112)],
  },
  {
    name: 'other payer',
    shows: 'The amount fits, the payer does not.',
    orders: [order('TS-1074', 'Estudio Jurídico Vidal', uyu('9900.00'), 'not_found')],
    movements: [credit('TRANSPORTES ORIENTAL', uyu('9900.00'), 50)],
  },
  {
    name: 'initials only',
    shows: 'Initials prove nothing.',
    orders: [order('TS-1075', 'Jimena Peralta', uyu('1875.00'), 'not_found')],
    movements: [credit('J. P.', uyu('1875.00'), 64)],
  },
  {
    name: 'outside the window',
    shows: 'More than five days before its order was registered.',
    orders: [order('TS-1076', 'Teresa Bianchi', usd('530.00'), 'not_found')],
    movements: [credit('TERESA BIANCHI', usd('530.00'), 5 * days + 3 * hours)],
  },
  {
    name: 'nothing arrived',
    shows: 'Nobody paid yet.',
    orders: [
      order('TS-1077', 'Pablo Giménez', uyu('22100.00'), 'not_found'),
      order('TS-1078', 'Oliveira & Filhos Importações', usd('4120.00'), 'not_found'),
    ],
    movements: [],
  },
  {
    name: 'cancelled',
    shows: 'Withdrawn by the customer; the last one after two transfers fitted it.',
    orders: [
      order('TS-1079', 'Inés Machado', uyu('7345.00'), 'cancelled', { listed: 'withdrawn' }),
      order('TS-1080', 'Taller Hermanos Correa', uyu('18460.00'), 'cancelled', { listed: 'withdrawn' }),
      order('TS-1081', 'Sofía Cabrera', usd('145.00'), 'cancelled', { listed: 'withdrawn', webhooks: ['ambiguous'] }),
    ],
    movements: [credit('SOFIA CABRERA', usd('145.00'), 58), credit('SOFIA CABRERA', usd('145.00'), 26)],
  },
  {
    name: 'unreadable order',
    shows: 'An amount typed by hand is skipped; the rest of the list is read.',
    orders: [order('TS-1082', 'Agustina Rey', uyu('1250.00'), 'skipped', { amount: '1.250,00' })],
    movements: [],
  },
]
