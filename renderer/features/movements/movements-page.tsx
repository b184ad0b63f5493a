import { MovementsView } from './movements-view.tsx'

export const MovementsPage = () => <MovementsView base="/movements" />
