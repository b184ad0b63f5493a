/** Why a reading failed and what to do about it: the program's closed lists, in words. */
export const reasons = {
  reasons: {
    wrong_credentials: 'contraseña incorrecta',
    credentials_missing: 'sin clave del banco',
    must_change_password: 'el banco pide una contraseña nueva',
    account_locked: 'el banco bloqueó el acceso',
    login_budget_spent: 'no quedan intentos',
    code_missing: 'no se dio ningún código',
    code_refused: 'código rechazado',
    person_missing: 'nadie completó el paso en el banco',
    bot_check: 'el banco preguntó si hay una persona',
    maintenance: 'el banco está en mantenimiento',
    bank_error: 'error del banco',
    page_changed: 'la página del banco cambió',
    other_site: 'el banco llevó a otro sitio',
    script_failed: 'falló el guion del banco',
    reading_failed: 'no se pudieron leer los movimientos',
    network: 'sin conexión con el banco',
    timeout: 'el banco no respondió a tiempo',
    logged_out: 'el banco cerró la sesión',
    browser_missing: 'no se encontró un navegador',
    browser_failed: 'no se abrió el navegador',
    browser_crashed: 'el navegador se cerró de golpe',
    stopped: 'se detuvo a mano',
    program_ended: 'se cerró el programa',
    unknown: 'error en la lectura',
  },
  advice: {
    check_credentials:
      'El banco rechazó el usuario o la contraseña. Pruébelos en el sitio del banco, ingréselos aquí y pulse «Leer el banco ahora».',
    enter_credentials:
      'No había usuario y contraseña del banco para entrar. Ingréselos en la configuración y pulse «Leer el banco ahora».',
    change_password_at_bank:
      'Elija una contraseña nueva en el sitio del banco, ingrésela aquí y pulse «Leer el banco ahora».',
    call_bank:
      'El banco informa que el acceso está bloqueado. Desbloquéelo con el banco y después pulse «Leer el banco ahora».',
    give_code_in_time:
      'El banco envió un código y nadie lo ingresó a tiempo. Pulse «Leer el banco ahora» cuando tenga el teléfono a mano.',
    check_code:
      'El banco rechazó el código o la aprobación. Use el mensaje más reciente y pulse «Leer el banco ahora».',
    act_in_bank_window:
      'El banco pide un paso que solo puede hacer una persona. Pulse «Leer el banco ahora» y complételo en la página del banco, que se abre aquí.',
    wait_for_bank:
      'El sitio del banco tiene un problema propio. La próxima lectura lo intenta de nuevo; no hay que hacer nada.',
    wait_for_script:
      'La página del banco no tiene la forma esperada, así que no se ingresó nada en ella. Si se repite en la próxima lectura, envíe el informe a soporte.',
    check_network:
      'No se pudo llegar al banco. Revise la conexión de este equipo; la próxima lectura lo intenta de nuevo.',
    try_again:
      'La próxima lectura lo intenta de nuevo; no hay que hacer nada. Si se repite, envíe el informe a soporte.',
    install_browser: 'No se encontró Chrome, Edge ni Chromium. Instale uno y pulse «Leer el banco ahora».',
    none: 'La lectura se interrumpió antes de terminar. La próxima empieza de nuevo; no hay que hacer nada.',
    report: 'La próxima lectura lo intenta de nuevo; si se repite, envíe el informe a soporte.',
  },
}
