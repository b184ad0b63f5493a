import { expect, type Page } from '@playwright/test'

/** Drops a file on an account's page as a person does from a folder. */
export async function dropFile(page: Page, name: string, content: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text as string], fileName as string, { type: 'text/csv' }))
      return transfer
    },
    [name, content],
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data })
  await expect(page.getByText(/Drop to import into|Suelte para importar en/)).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
}
