import { day, hour, minute } from '../../core/time.ts'
import type { DayCase } from './types.ts'
import { credit, debit, usd, uyu } from './write.ts'

const days = day / minute
const hours = hour / minute

/** What else happens on the company's accounts: income that nobody asked for, and its own payments. */
export const background: DayCase = {
  name: 'background',
  shows: 'Income without an order and the company’s own payments.',
  orders: [],
  movements: [
    credit('MERCADO CENTRAL DE COBRANZAS', uyu('31877.45'), 178, { concept: 'Liquidación de tarjetas' }),
    credit('Valentina Ríos', uyu('640.00'), 14),
    credit('EDIFICIO PLAZA GOMENSORO', uyu('5210.00'), 41),
    credit('Thiago Moreira', usd('75.00'), 109),
    credit('BANCO DEL PUERTO', uyu('182.37'), 1 * days + 3 * hours, { concept: 'Intereses ganados' }),
    credit('Conrado Stagnaro', uyu('13460.00'), 2 * days),
    credit('WEAVER & SONS', usd('990.00'), 2 * days + 5 * hours),
    credit('Milagros Techera', uyu('2205.00'), 1, { booked: 'afternoon' }),
    debit('HILANDERIA DEL LITORAL', uyu('88400.00'), 200, 'Pago a proveedor'),
    debit('ENERGIA DEL ESTE', uyu('14932.00'), 1 * days, 'Débito automático'),
    debit('Rosario Umpiérrez', uyu('38650.00'), 1 * days + 1 * hours, 'Pago de sueldos'),
    debit('Julio Barboza', uyu('41200.00'), 1 * days + 1 * hours, 'Pago de sueldos'),
    debit(null, uyu('390.00'), 1 * days + 2 * hours, 'Comisión de mantenimiento'),
    debit('COTTON PORT AGENCY', usd('3310.00'), 150, 'Transferencia al exterior'),
    debit(null, usd('28.00'), 150, 'Comisión transferencia al exterior'),
    debit('ALQUILERES DEL PUERTO', uyu('52000.00'), 3 * days + 4 * hours, 'Pago a proveedor'),
    // The same amount and name as an order, but going out: only income may match.
    debit('Pablo Giménez', uyu('22100.00'), 36, 'Devolución a cliente'),
  ],
}
