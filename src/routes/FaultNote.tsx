import { FormatError, MissingError, NetworkError, NewerFormatError } from '#data/errors.ts';
import { type FaultWords, faultWords } from '#messages/faultWords.ts';
import { useMessages } from '#ui/MessagesContext.ts';
import { MissingCodeError } from './screens.ts';

/** Says in the reader's language which file failed, and how. What is a fault of the program speaks as programs do. */
export function FaultNote({ error }: { readonly error: unknown }) {
  const messages = useMessages();
  const words = describe(error, faultWords(messages));
  if (words !== null) return <small lang={messages.locale}>{words}</small>;
  return (
    <small lang={messages.locale}>
      {messages.unknownError} {error instanceof Error && <code lang="en">{error.message}</code>}
    </small>
  );
}

function describe(error: unknown, words: FaultWords): string | null {
  if (error instanceof MissingError) return words.missing(error.url);
  if (error instanceof NetworkError) return describeNetwork(error, words);
  if (error instanceof FormatError) return words.damaged(error.url, error.field);
  if (error instanceof NewerFormatError) return words.newer(error.url);
  return error instanceof MissingCodeError ? words.code : null;
}

function describeNetwork({ url, why }: NetworkError, words: FaultWords): string {
  if (why === 'no answer') return words.noAnswer(url);
  return why === 'a page' ? words.page(url) : words.status(url, why);
}
