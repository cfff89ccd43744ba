import { useState } from 'react';
import type { Chart } from '#shared/post.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import css from './QuoteChart.module.css';

/** A live quote chart, folded: it shows today's prices, so nothing is asked of its host before the reader wants it. */
export function QuoteChart({ chart }: { readonly chart: Chart }) {
  const messages = useMessages();
  const [isWanted, setIsWanted] = useState(false);
  const { code, height, src, width } = chart;
  return (
    <details className={css.chart} lang={messages.locale} onToggle={() => setIsWanted(true)}>
      <summary>{messages.quoteChart(code)}</summary>
      <p>{messages.chartToday}</p>
      {isWanted && (
        <img src={src} width={width} height={height} alt={messages.quoteChart(code)} referrerPolicy="no-referrer" />
      )}
    </details>
  );
}
