/** Why a reading failed and what to do about it: the program's closed lists, in words. */
export const reasons = {
  reasons: {
    wrong_credentials: 'wrong password',
    credentials_missing: 'no bank password',
    must_change_password: 'the bank wants a new password',
    account_locked: 'the bank locked the access',
    login_budget_spent: 'no more tries left',
    code_missing: 'no code was given',
    code_refused: 'code refused',
    person_missing: 'nobody took the step at the bank',
    bot_check: 'the bank asked whether a person is there',
    maintenance: 'the bank is closed for maintenance',
    bank_error: 'error at the bank',
    page_changed: 'the bank’s page has changed',
    other_site: 'the bank led to another site',
    script_failed: 'the bank script failed',
    reading_failed: 'the movements could not be read',
    network: 'no connection to the bank',
    timeout: 'the bank did not answer in time',
    logged_out: 'the bank ended the session',
    browser_missing: 'no browser found',
    browser_failed: 'the browser did not open',
    browser_crashed: 'the browser crashed',
    stopped: 'stopped by hand',
    program_ended: 'the program was closed',
    unknown: 'error while reading',
  },
  advice: {
    check_credentials:
      'The bank refused the user or the password. Try them on the bank’s website, enter them here, then press “Run scrape now”.',
    enter_credentials:
      'There was no user and password of the bank to log in with. Enter them in the settings, then press “Run scrape now”.',
    change_password_at_bank: 'Choose a new password on the bank’s website, enter it here, then press “Run scrape now”.',
    call_bank: 'The bank reports that the access is locked. Unlock it with the bank, then press “Run scrape now”.',
    give_code_in_time:
      'The bank sent a code and nobody entered it in time. Press “Run scrape now” when you have the phone at hand.',
    check_code:
      'The bank refused the code or the approval. Check that the newest message is used, then press “Run scrape now”.',
    act_in_bank_window:
      'The bank wants a step that only a person can take. Press “Run scrape now” and take it in the bank’s page, which opens here.',
    wait_for_bank: 'The bank’s website has a problem of its own. The next reading tries again; nothing to do.',
    wait_for_script:
      'The bank’s page does not look as expected, so nothing was entered there. If the next reading fails as well, send the report to support.',
    check_network: 'The bank could not be reached. Check this computer’s connection; the next reading tries again.',
    try_again: 'The next reading tries again; nothing to do. If it fails as well, send the report to support.',
    install_browser: 'Chrome, Edge or Chromium was not found. Install one, then press “Run scrape now”.',
    none: 'The reading was interrupted before it ended. The next one starts anew; nothing to do.',
    report: 'The next reading tries again; if it fails as well, send the report to support.',
  },
}
