import { RequestsView } from './requests-view.tsx'

export const RequestsPage = () => <RequestsView base="/requests" />
