import { useState } from 'react';
import type { Picture } from '#shared/post.ts';

/** A small picture beside a headline, which says nothing the headline does not. One that fails to load is not there. */
export function RowPicture({
  picture,
  className,
}: {
  readonly picture: Picture;
  readonly className: string | undefined;
}) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return null;
  return (
    <img
      className={className}
      src={picture.src}
      alt=""
      width={92}
      height={68}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setBroken(true)}
    />
  );
}
