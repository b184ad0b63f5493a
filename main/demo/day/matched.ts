import { day, hour, minute } from '../../core/time.ts'
import type { DayCase } from './types.ts'
import { credit, order, usd, uyu } from './write.ts'

const days = day / minute
const hours = hour / minute

/** Cases that end in a match. */
export const matchedCases: readonly DayCase[] = [
  {
    name: 'accents',
    shows: 'The bank writes names in capitals without accents.',
    orders: [
      order('TS-1041', 'Juan Pérez', uyu('1500.00'), 'matched'),
      order('TS-1042', 'João Gonçalves', usd('420.00'), 'matched'),
      order('TS-1043', 'Núñez Agüero e Hijos', uyu('27640.00'), 'matched'),
    ],
    movements: [
      credit('JUAN PEREZ', uyu('1500.00'), 95),
      credit('JOAO GONCALVES', usd('420.00'), 210),
      credit('NUNEZ AGUERO E HIJOS', uyu('27640.00'), 44),
    ],
  },
  {
    name: 'punctuation',
    shows: 'Dots and apostrophes inside a name change nothing; ids may be numbers and amounts text.',
    orders: [
      order('TS-1044', 'Almacén Los Ceibos S.A.', uyu('48320.50'), 'matched'),
      order(10458, "Brian O'Donnell", usd('1250.00'), 'matched', { amount: '1250.00' }),
    ],
    movements: [credit('ALMACEN LOS CEIBOS SA', uyu('48320.50'), 128), credit('BRIAN ODONNELL', usd('1250.00'), 77)],
  },
  {
    name: 'swapped names',
    shows: 'Family name first is the same name.',
    orders: [
      order('TS-1045', 'María Fernanda López', uyu('7890.00'), 'matched'),
      order('TS-1046', 'Ana Beatriz de Souza', usd('310.75'), 'matched'),
    ],
    movements: [
      credit('López, María Fernanda', uyu('7890.00'), 152),
      credit('DE SOUZA ANA BEATRIZ', usd('310.75'), 33),
    ],
  },
  {
    name: 'longer names',
    shows: 'One name holds the other: a second family name, a missing one, the legal form.',
    orders: [
      order('TS-1047', 'Carlos Méndez', uyu('12300.00'), 'matched'),
      order('TS-1048', 'Lucía Inés Bentancor Silva', uyu('4275.90'), 'matched'),
      order('TS-1049', 'Harbour Fabrics', usd('8640.00'), 'matched'),
    ],
    movements: [
      credit('Carlos Méndez Iriarte', uyu('12300.00'), 61),
      credit('LUCIA INES BENTANCOR', uyu('4275.90'), 189),
      credit('HARBOUR FABRICS LTD', usd('8640.00'), 240),
    ],
  },
  {
    name: 'full name',
    shows: 'Cut at 20 characters both payers would look the same; the full name tells them apart.',
    orders: [order('TS-1050', 'Cooperativa Agraria de San Ramón', uyu('63500.00'), 'matched')],
    movements: [
      credit('COOPERATIVA AGRARIA DE SAN RAMON', uyu('63500.00'), 118),
      credit('COOPERATIVA AGRARIA DE SANTA ROSA', uyu('63500.00'), 117),
    ],
  },
  {
    name: 'better candidate',
    shows: 'The same name wins over a shared first name, a nameless deposit and a longer name.',
    orders: [
      order('TS-1053', 'Diego Martínez', uyu('3200.00'), 'matched'),
      order('TS-1054', 'Paula Castro', uyu('5600.00'), 'matched'),
      order('TS-1055', 'Ana Ruiz', uyu('2480.00'), 'matched'),
    ],
    movements: [
      credit('DIEGO MARTINEZ', uyu('3200.00'), 101),
      credit('DIEGO SUAREZ', uyu('3200.00'), 99),
      credit('PAULA CASTRO', uyu('5600.00'), 72),
      credit(null, uyu('5600.00'), 71),
      credit('ANA RUIZ', uyu('2480.00'), 56),
      credit('ANA RUIZ GOMEZ', uyu('2480.00'), 55),
    ],
  },
  {
    name: 'twins',
    shows: 'Two equal orders of one payer and two genuine equal transfers in the same minute: paired in order of time.',
    orders: [
      order('TS-1065', 'Panadería El Trigal', uyu('6350.00'), 'matched'),
      order('TS-1066', 'Panadería El Trigal', uyu('6350.00'), 'matched'),
    ],
    movements: [credit('PANADERIA EL TRIGAL', uyu('6350.00'), 107), credit('PANADERIA EL TRIGAL', uyu('6350.00'), 107)],
  },
  {
    name: 'before its order',
    shows: 'Paid before the order was registered, up to five days earlier.',
    orders: [
      order('TS-1071', 'Hotel Bahía Serena', uyu('118750.00'), 'matched', { listed: 'late' }),
      order('TS-1072', 'Emily Carter', usd('684.20'), 'matched', { listed: 'late' }),
      order('TS-1073', 'Rafael Nunes', uyu('9150.00'), 'matched', { listed: 'late' }),
    ],
    movements: [
      credit('HOTEL BAHIA SERENA', uyu('118750.00'), 3 * days),
      credit('EMILY CARTER', usd('684.20'), 26 * hours),
      credit('RAFAEL NUNES', uyu('9150.00'), 5 * days - 2 * hours),
    ],
  },
  {
    name: 'afternoon',
    shows: 'Not there at the first reading, found at the second.',
    orders: [
      order('TS-1056', 'Verónica Acuña', uyu('6480.00'), 'matched'),
      order('TS-1057', 'Global Yarns LLC', usd('2975.50'), 'matched'),
    ],
    movements: [
      credit('VERONICA ACUNA', uyu('6480.00'), 4, { booked: 'afternoon' }),
      credit('GLOBAL YARNS LLC', usd('2975.50'), 3, { booked: 'afternoon' }),
    ],
  },
  {
    name: 'paid twice',
    shows: 'A second equal transfer after the match is stored and left free.',
    orders: [order('TS-1058', 'Mariana Olivera', uyu('3999.00'), 'matched')],
    movements: [
      credit('MARIANA OLIVERA', uyu('3999.00'), 83),
      credit('MARIANA OLIVERA', uyu('3999.00'), 5, { booked: 'afternoon' }),
    ],
  },
  {
    name: 'taken off the list',
    shows: 'The customer lists paid orders no longer; they stay matched.',
    orders: [order('TS-1059', 'Ferretería El Tornillo', uyu('15820.00'), 'matched', { listed: 'until-paid' })],
    movements: [credit('FERRETERIA EL TORNILLO', uyu('15820.00'), 68)],
  },
  {
    name: 'corrected order',
    shows: 'Two digits were swapped in the order; the next list has it right.',
    orders: [order('TS-1060', 'Joaquín Larrañaga', uyu('12540.00'), 'matched', { firstAmount: 12_450 })],
    movements: [credit('JOAQUIN LARRANAGA', uyu('12540.00'), 133)],
  },
  {
    name: 'registered again',
    shows: 'Withdrawn, then listed again: a new cycle that finds what arrived meanwhile.',
    orders: [order('TS-1061', 'Librería Calle Larga', uyu('8215.00'), 'matched', { listed: 'returns' })],
    movements: [credit('LIBRERIA CALLE LARGA', uyu('8215.00'), 2, { booked: 'afternoon' })],
  },
]
