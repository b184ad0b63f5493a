/** A visitor of the practice bank without a browser: keeps cookies, follows nothing by itself. */
export interface Visitor {
  get(path: string): Promise<Response>
  post(path: string, fields: Record<string, string>): Promise<Response>
  /** Opens the form and submits it with its hidden token. */
  signIn(user: string, password: string): Promise<Response>
}

export const hiddenToken = (page: string): string => /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''

export function createVisitor(url: string): Visitor {
  let cookie = ''
  const call = async (path: string, init: RequestInit) => {
    const answer = await fetch(url + path, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } })
    const set = answer.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0] ?? ''
    return answer
  }
  const visitor: Visitor = {
    get: (path) => call(path, {}),
    post: (path, fields) => call(path, { method: 'POST', body: new URLSearchParams(fields) }),
    async signIn(user, password) {
      const form = await (await visitor.get('/ingreso')).text()
      return visitor.post('/ingreso', { _csrf: hiddenToken(form), usuario: user, clave: password })
    },
  }
  return visitor
}
