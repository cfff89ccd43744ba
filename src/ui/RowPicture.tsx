import { useState } from 'react';
import type { Picture } from '#shared/post.ts';

/** A small picture beside a headline, which says nothing the headline does not. One that fails to load leaves its place. */
export function RowPicture({
  picture,
  className,
}: {
  readonly picture: Picture;
  readonly className: string | undefined;
}) {
  const [isBroken, setBroken] = useState(false);
  // Were the place taken away, all that stands around it would move.
  if (isBroken) return <span className={className} />;
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
