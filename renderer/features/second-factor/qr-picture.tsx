import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import classes from './second-factor.module.css'

/** The address as a QR picture; always dark on white, as cameras expect it. */
export function QrPicture({ text }: { text: string }) {
  const { t } = useTranslation()
  const { size, path } = useMemo(() => {
    const { size, data } = encode(text, { border: 2 })
    const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size, path: dots.join('') }
  }, [text])
  return (
    <svg className={classes.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('secondFactor.qr')}>
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
